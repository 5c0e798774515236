import type { FunctionSample } from './types.ts';

export const helloPython: FunctionSample = {
  id: 'hello-python',
  languages: ['python'],
  handler: 'lambda_function.lambda_handler',
  files: {
    'lambda_function.py': `import json


def lambda_handler(event, context):
    return {
        "statusCode": 200,
        "body": json.dumps("Hello from Lambda!"),
    }
`,
  },
};

export const reportPython: FunctionSample = {
  id: 'report-python',
  languages: ['python'],
  handler: 'lambda_function.lambda_handler',
  files: {
    'lambda_function.py': `import logging

from totals import totals_by

logger = logging.getLogger()
logger.setLevel(logging.INFO)


def lambda_handler(event, context):
    """Sums the rows of \`event["rows"]\` by the column named in \`event["by"]\`."""
    rows = event.get("rows", [])
    column = event.get("by", "category")
    report = totals_by(rows, column)
    logger.info("summed %d rows into %d groups", len(rows), len(report))
    return {"by": column, "totals": report}
`,
    'totals.py': `from collections import defaultdict
from decimal import Decimal


def totals_by(rows, column):
    sums = defaultdict(Decimal)
    for row in rows:
        sums[row.get(column, "none")] += Decimal(str(row.get("amount", 0)))
    return {name: str(total) for name, total in sorted(sums.items())}
`,
  },
};

export const helloRuby: FunctionSample = {
  id: 'hello-ruby',
  languages: ['ruby'],
  handler: 'lambda_function.lambda_handler',
  files: {
    'lambda_function.rb': `require 'json'

def lambda_handler(event:, context:)
  { statusCode: 200, body: JSON.generate('Hello from Lambda!') }
end
`,
  },
};

export const helloBootstrap: FunctionSample = {
  id: 'hello-bootstrap',
  languages: ['os-only'],
  handler: 'bootstrap',
  executables: ['bootstrap'],
  files: {
    bootstrap: `#!/bin/sh
# The Runtime API by hand: ask for the next event, answer it, ask again.
set -eu
api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation"

while true; do
  headers=$(mktemp)
  event=$(curl -sS -D "$headers" "$api/next")
  request_id=$(sed -n 's/^[Ll]ambda-[Rr]untime-[Aa]ws-[Rr]equest-[Ii]d: *\\([^[:space:]]*\\).*/\\1/p' "$headers")
  rm -f "$headers"
  echo "event: $event"
  curl -sS -X POST "$api/$request_id/response" -d '{"statusCode":200,"body":"Hello from Lambda!"}' > /dev/null
done
`,
  },
};

const compiledNotice = (what: string) => `This package holds no compiled code yet.

Build your project and upload ${what} on the Code tab ("Upload from").
Until then an invocation fails with the error of the runtime.
`;

export const emptyJava: FunctionSample = {
  id: 'empty-java',
  languages: ['java'],
  handler: 'example.Hello::handleRequest',
  files: { 'README.txt': compiledNotice('the .jar or .zip') },
};

export const emptyDotnet: FunctionSample = {
  id: 'empty-dotnet',
  languages: ['dotnet'],
  handler: 'LambdaTest::LambdaTest.LambdaHandler::handleRequest',
  files: { 'README.txt': compiledNotice('the .zip of the published output') },
};
