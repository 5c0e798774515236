import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';

/** A piece of code or output to read and copy; long lines wrap only when `wrap` says so. */
export function CodeBlock(props: {
  text: string;
  /** File name or what it is; in the head beside the copy button. */
  title?: ReactNode;
  copyLabel?: string;
  wrap?: boolean;
  /** Highlighted content in place of the bare text; `text` is still what is copied. */
  children?: ReactNode;
}) {
  return (
    <div className="relative rounded-8 border border-edge-strong bg-code-ground">
      {props.title ? (
        <div className="flex min-h-control items-center gap-8 border-b border-edge pr-4 pl-12 text-12 text-muted">
          <span className="min-w-0 flex-1 truncate">{props.title}</span>
          <CopyButton text={props.text} label={props.copyLabel} />
        </div>
      ) : (
        <div className="absolute top-4 right-4 rounded-6 bg-code-ground">
          <CopyButton text={props.text} label={props.copyLabel} />
        </div>
      )}
      <pre
        tabIndex={0}
        className={`max-h-split overflow-auto p-12 text-13 text-code-text ${props.wrap ? 'wrap-anywhere whitespace-pre-wrap' : ''} ${props.title ? '' : 'pr-40'}`}
      >
        <code>{props.children ?? props.text}</code>
      </pre>
    </div>
  );
}
