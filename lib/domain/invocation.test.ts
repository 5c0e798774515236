import { describe, expect, it } from 'vitest';
import { errorDocument, prettyPayload, reportFigures, reportTraceId } from './invocation.ts';

const id = '7b1e9f04-52c4-4c0e-9d1b-2f6a8f1c33d0';

describe('reportFigures', () => {
  it('reads a text REPORT line with and without a cold start', () => {
    const warm = `START RequestId: ${id} Version: $LATEST\nEND RequestId: ${id}\nREPORT RequestId: ${id}\tDuration: 48.21 ms\tBilled Duration: 49 ms\tMemory Size: 512 MB\tMax Memory Used: 91 MB\t`;
    expect(reportFigures(warm, id)).toEqual({
      durationMs: 48.21,
      billedDurationMs: 49,
      memorySizeMb: 512,
      maxMemoryUsedMb: 91,
      initDurationMs: undefined,
    });
    expect(reportFigures(`${warm}Init Duration: 132.07 ms\t`, id).initDurationMs).toBe(132.07);
  });

  it('reads a JSON platform.report', () => {
    const line = JSON.stringify({
      type: 'platform.report',
      record: {
        requestId: id,
        metrics: { durationMs: 1.5, billedDurationMs: 2, memorySizeMB: 128, maxMemoryUsedMB: 60 },
      },
    });
    expect(reportFigures(`half a li"\n${line}\n`, id)).toMatchObject({
      durationMs: 1.5,
      maxMemoryUsedMb: 60,
    });
  });

  it("knows nothing from another request's line", () => {
    expect(reportFigures('REPORT RequestId: other\tDuration: 1 ms', id).durationMs).toBeUndefined();
  });
});

describe('errorDocument', () => {
  it('reads type, message and stack of both languages', () => {
    expect(
      errorDocument('{"errorType":"Error","errorMessage":"no","trace":["Error: no","    at x"]}'),
    ).toEqual({
      errorType: 'Error',
      errorMessage: 'no',
      stackTrace: ['Error: no', '    at x'],
    });
    expect(errorDocument('{"errorMessage":"no","stackTrace":["  File \\"a.py\\"\\n"]}')?.stackTrace).toEqual([
      '  File "a.py"',
    ]);
  });
  it.each(['null', '"text"', '{"ok":true}', 'no json'])('%s is none', (payload) => {
    expect(errorDocument(payload)).toBeUndefined();
  });
});

it('indents JSON and leaves other text alone', () => {
  expect(prettyPayload('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(prettyPayload('plain')).toBe('plain');
});

describe('reportTraceId', () => {
  const trace = '1-6929a1b2-0123456789abcdef01234567';

  it('reads the line after REPORT, and the record of JSON logs', () => {
    const text = `REPORT RequestId: ${id}\tDuration: 1.00 ms\t\nXRAY TraceId: ${trace}\tSegmentId: 0123456789abcdef\tSampled: true\t\n`;
    expect(reportTraceId(text, id)).toBe(trace);
    const record = {
      requestId: id,
      tracing: { type: 'X-Amzn-Trace-Id', value: `Root=${trace};Parent=1;Sampled=1` },
    };
    expect(reportTraceId(JSON.stringify({ type: 'platform.report', record }), id)).toBe(trace);
  });

  it('finds none where the request was not traced', () => {
    expect(reportTraceId(`REPORT RequestId: ${id}\tDuration: 1.00 ms\t\n`, id)).toBeUndefined();
    expect(reportTraceId(`XRAY TraceId: ${trace}\tSegmentId: a`, id)).toBeUndefined();
    expect(reportTraceId('', id)).toBeUndefined();
  });
});
