import type { ReactNode } from 'react';
import { buttonClass } from './button-style';

/** A link that looks like a button and hands over a file; the router stays out of it. */
export function DownloadLink(props: { href: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <a href={props.href} download className={buttonClass({ isOff: false })}>
      {props.icon}
      {props.children}
    </a>
  );
}
