import { TriangleAlert } from 'lucide-react';
import { CodeBlock } from '@/components/patterns/code-block';
import { EmptyLine } from '@/components/patterns/empty';
import { JsonText } from '@/components/patterns/json-text';
import { Chip } from '@/components/ui/chip';
import { CodeText } from '@/components/ui/code-text';
import { Count } from '@/components/ui/count';
import { Disclosure } from '@/components/ui/disclosure';
import { Kbd } from '@/components/ui/kbd';
import { Note } from '@/components/ui/note';
import { Progress } from '@/components/ui/progress';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import { Spinner } from '@/components/ui/spinner';
import { Status, type StatusLook } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import type { Tone } from '@/components/ui/tone';
import { Line } from './design-part';

const looks: readonly [StatusLook, string][] = [
  ['success', 'Active'],
  ['progress', 'Pending'],
  ['paused', 'Inactive'],
  ['throttled', 'Throttled'],
  ['warning', 'Partly failed'],
  ['denied', 'Denied'],
  ['danger', 'Failed'],
  ['unknown', 'Unknown'],
];
const tones: readonly Tone[] = ['neutral', 'accent', 'success', 'warning', 'danger', 'info'];

/** States, chips, counts, keys, times. */
export function DesignStates({ now }: { now: number }) {
  return (
    <>
      <Line>
        {looks.map(([look, word]) => (
          <Status key={look} look={look}>
            {word}
          </Status>
        ))}
      </Line>
      <Line>
        {tones.map((tone) => (
          <Chip key={tone} tone={tone}>
            {tone}
          </Chip>
        ))}
        <Chip
          tone="warning"
          icon={<TriangleAlert aria-hidden size={12} strokeWidth={2} />}
          tooltip="30 April 2026"
        >
          Deprecated
        </Chip>
        <Chip mono>$LATEST</Chip>
        <Count value={10_000} />
        <Count value={214} tone="warning" />
      </Line>
      <Line>
        <Kbd>⌘</Kbd>
        <Kbd>K</Kbd>
        <Spinner />
        <RelativeTime at={new Date(now - 4 * 60_000).toISOString()} />
        <RelativeTime at={new Date(now - 40 * 86_400_000).toISOString()} />
        <TextLink href="#top">A link</TextLink>
        <TextLink href="https://docs.aws.amazon.com/lambda/" external>
          Outside
        </TextLink>
      </Line>
    </>
  );
}

/** Notes, progress, code, folded parts, skeletons. */
export function DesignTexts() {
  return (
    <>
      <Note
        tone="info"
        title="384 MB would be enough."
        act={<TextLink href="#top">Compare memory sizes</TextLink>}
      >
        Peak memory was 211 MB in 14 days.
      </Note>
      <Note tone="warning" title="Longer than two callers wait.">
        orders-api answers 504 after 29 s.
      </Note>
      <Note tone="danger" title="The key is reserved." />
      <Note tone="success">Deployed 4 files.</Note>
      <Progress label="Variables" value={208} max={4096} text="208 B of 4 KB" />
      <Progress label="Variables" value={5000} max={4096} text="5,000 B of 4 KB" />
      <CodeText
        text="arn:aws:lambda:us-east-1:000000000000:function:orders-checkout"
        cut="start"
        copyLabel="Copy ARN"
      />
      <CodeBlock
        title="template.yaml"
        text={'OrdersCheckout:\n  Type: AWS::Serverless::Function\n  Properties:\n    MemorySize: 1024'}
      />
      <JsonText
        text='{"cartId":"c_8841","lines":3,"total":12840.5,"paid":true,"note":null}'
        title="Response"
      />
      <Disclosure summary="Advanced settings" meta="2 changed">
        <EmptyLine>No layers. A layer holds code that several functions share.</EmptyLine>
      </Disclosure>
      <div className="flex flex-col gap-8">
        <Skeleton className="h-16 w-search" />
        <Skeleton className="h-16 w-field-short" />
      </div>
    </>
  );
}
