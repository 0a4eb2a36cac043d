#!/usr/bin/env python3
"""Checks all plans below a folder with Spark: spark.py PLANS RESULT [OPTION …]

RESULT becomes a folder of JSON lines, one for each plan. The options go to `plantool validate --stream`. Each partition runs a plantool of its own
with one thread, so that Spark alone says how many processors are used. On a cluster plantool has to be on the PATH of every node.
"""

import json
import os
import shlex
import sys

from pyspark.sql import SparkSession


def main(plans: str, result: str, *options: str) -> None:
    spark = SparkSession.builder.appName("plantool").getOrCreate()
    context = spark.sparkContext
    files = context.wholeTextFiles(f"{plans}/*.plan.md", minPartitions=context.defaultParallelism)
    lines = files.map(lambda file: json.dumps({"path": file[0].removeprefix("file:"), "text": file[1]}, ensure_ascii=False))
    # 1 says that there are findings, 2 that a line could not be checked, which its reply says too: neither is to end the job.
    command = f"plantool validate --stream --jobs 1 {shlex.join(options)}; [ $? -le 2 ]"
    # Spark hands on no variable by itself.
    lines.pipe(shlex.join(["sh", "-c", command]), env={"PATH": os.environ["PATH"]}, checkCode=True).saveAsTextFile(result)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
