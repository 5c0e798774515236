import { EmptyLine } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';

/** A section with nothing set up: says so, and leads to its form where there is one. */
export function EmptySection(props: {
  title: string;
  text: string;
  editLabel?: string;
  /** Absent where nothing can be set up, such as at a published version. */
  editHref?: string;
  editDisabledReason?: string;
}) {
  return (
    <Card
      title={props.title}
      acts={
        props.editHref && (
          <ButtonLink
            href={props.editHref}
            size="small"
            shortcut="edit"
            disabledReason={props.editDisabledReason}
          >
            {props.editLabel}
          </ButtonLink>
        )
      }
    >
      <EmptyLine>{props.text}</EmptyLine>
    </Card>
  );
}
