-- What `plantool validate --stream` has found, as tables. The replies are in findings.jsonl:
--   plantool validate --stream <lines.jsonl >findings.jsonl; duckdb -f findings.sql

CREATE OR REPLACE TABLE findings AS
SELECT path, finding.code, finding.severity, finding.range.start.line, finding.message
FROM (
  SELECT path, unnest(findings) AS finding
  FROM read_json(
    'findings.jsonl', format = 'newline_delimited', maximum_object_size = 67108864,
    columns = {
      path: 'VARCHAR',
      findings: 'STRUCT(code VARCHAR, severity VARCHAR, message VARCHAR, range STRUCT("start" STRUCT(line INTEGER, "column" INTEGER)), suppressed JSON)[]'
    })
)
WHERE finding.suppressed IS NULL;

-- The lines that could not be checked.
CREATE OR REPLACE TABLE refusals AS
SELECT * FROM read_json(
  'findings.jsonl', format = 'newline_delimited', maximum_object_size = 67108864,
  columns = {line: 'BIGINT', path: 'VARCHAR', error: 'VARCHAR'})
WHERE error IS NOT NULL;

-- Which rule finds the most, and in how many plans.
SELECT code, severity, count(*) AS findings, count(DISTINCT path) AS plans
FROM findings GROUP BY ALL ORDER BY findings DESC, code;
