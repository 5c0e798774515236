import type { ReactNode } from 'react';
import { Failure } from '@/components/patterns/failure';
import type { ConsoleError } from '@/lib/domain/console-error';

/** The inset of a page of parts, with what could not be read in place of them. */
export function PartPage(props: { failure?: ConsoleError | undefined; children?: ReactNode }) {
  return (
    <div className="flex flex-col gap-16 px-inset py-16">
      {props.failure ? <Failure error={props.failure} /> : props.children}
    </div>
  );
}
