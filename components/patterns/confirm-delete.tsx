'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { useWasTrue } from '@/components/ui/use-was-true';
import type { ActionResult } from '@/lib/domain/console-error';

const ConfirmDeleteDialog = dynamic(() =>
  import('./confirm-delete-dialog').then((module) => module.ConfirmDeleteDialog),
);

export interface Leftover {
  readonly id: string;
  /** "Also delete the log group" */
  readonly label: string;
  readonly detail?: string;
}

export interface ConfirmDeleteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Verb and object; also the words of the button: "Delete 3 functions". */
  title: string;
  /** Connection and Region, and what is lost. */
  description: ReactNode;
  things: readonly { name: string; detail?: string }[];
  /** What stops working, one line each. */
  consequences?: readonly ReactNode[];
  /** What stays unless its box is ticked; off by default. */
  leftovers?: readonly Leftover[];
  /** The word to type; absent for small losses. */
  word?: string;
  onConfirm: (leftoverIds: readonly string[]) => Promise<ActionResult<unknown>>;
  onDone: () => void;
}

/** Asks before something is lost: what, where, what stops working, what stays behind; and a word to type. */
export function ConfirmDelete(props: ConfirmDeleteProps) {
  const wasOpened = useWasTrue(props.open);
  return wasOpened ? <ConfirmDeleteDialog {...props} /> : null;
}
