import { CopyButton } from './copy-button';

/** An id, ARN or path in mono. `cut` keeps the telling part when room is short; the whole text is in the tooltip. */
export function CodeText(props: { text: string; cut?: 'end' | 'start' | 'none'; copyLabel?: string }) {
  const { text, cut = 'none' } = props;
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-4">
      <code
        data-tooltip={cut === 'none' ? undefined : text}
        // A right-to-left box cuts at the front; the text inside keeps its own direction.
        dir={cut === 'start' ? 'rtl' : undefined}
        className={`min-w-0 font-mono text-13 ${cut === 'none' ? 'break-all' : 'truncate'}`}
      >
        <bdi dir="ltr">{text}</bdi>
      </code>
      {props.copyLabel && <CopyButton text={text} label={props.copyLabel} />}
    </span>
  );
}
