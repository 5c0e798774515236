import type { ReactNode } from 'react';
import { Empty } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';

/** The place has no functions at all. */
export function NoFunctions(props: { title: string; text: string; hint: string; act: ReactNode }) {
  return (
    <Empty
      title={props.title}
      text={
        <>
          {props.text} {props.hint}
        </>
      }
      acts={props.act}
    />
  );
}

/** The filter or the view leaves nothing; the head of the table stays above it. */
export function NoMatch(props: { title: string; text: string; clear: string; clearHref?: string }) {
  return (
    <div className="flex flex-col items-center gap-8 py-40 text-center">
      <p className="font-semibold">{props.title}</p>
      <p className="text-muted">{props.text}</p>
      {props.clearHref && <ButtonLink href={props.clearHref}>{props.clear}</ButtonLink>}
    </div>
  );
}
