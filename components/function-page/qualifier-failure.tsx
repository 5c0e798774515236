import { Failure } from '@/components/patterns/failure';
import type { ConsoleError } from '@/lib/domain/console-error';

/** In place of a tab whose version or alias could not be read. Without a qualifier the layout has said why. */
export function QualifierFailure(props: { qualifier: string | undefined; error: ConsoleError }) {
  if (props.qualifier === undefined) return null;
  return (
    <div className="p-inset">
      <Failure error={props.error} />
    </div>
  );
}
