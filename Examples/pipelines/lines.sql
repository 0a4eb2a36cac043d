-- Writes the plans below the folder `plans` as lines for `plantool validate --stream`: duckdb -f lines.sql
COPY (SELECT filename AS path, content AS text FROM read_text('plans/**/*.plan.md') ORDER BY path)
TO 'lines.jsonl' (FORMAT json);
