import { ExternalLink } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

const look = 'text-link hover:text-link-hover hover:underline';

/**
 * A link in a text or cell. `strong` for names in tables; `inText` is underlined, since colour alone does not tell it
 * from the words around it; `external` opens a new tab and says so by its icon.
 */
export function TextLink(props: {
  href: string;
  strong?: boolean;
  inText?: boolean;
  external?: boolean;
  children: ReactNode;
}) {
  const classes = [props.strong && 'font-medium', props.inText && 'underline', look]
    .filter(Boolean)
    .join(' ');
  if (!props.external) {
    return (
      <Link href={props.href} className={classes}>
        {props.children}
      </Link>
    );
  }
  return (
    <a
      href={props.href}
      target="_blank"
      rel="noreferrer"
      className={`inline-flex items-center gap-4 ${classes}`}
    >
      {props.children}
      <ExternalLink aria-hidden size={14} strokeWidth={1.75} className="shrink-0" />
    </a>
  );
}
