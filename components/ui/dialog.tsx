'use client';

import dynamic from 'next/dynamic';
import type { ReactNode, RefObject } from 'react';
import { useWasTrue } from './use-was-true';

const DialogPopup = dynamic(() => import('./dialog-popup').then((module) => module.DialogPopup));

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  /** Buttons, the act last. */
  footer?: ReactNode;
  initialFocus?: RefObject<HTMLElement | null>;
  /** Wraps body and foot, so that Enter submits. */
  onSubmit?: () => void;
  children?: ReactNode;
}

/** A modal question. Focus goes inside and returns to the opener; Esc and the cross close it. */
export function Dialog(props: DialogProps) {
  const wasOpened = useWasTrue(props.open);
  return wasOpened ? <DialogPopup {...props} /> : null;
}
