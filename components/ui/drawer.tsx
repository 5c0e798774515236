'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { useWasTrue } from './use-was-true';

const DrawerPopup = dynamic(() => import('./drawer-popup').then((module) => module.DrawerPopup));

export interface DrawerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  side?: 'start' | 'end';
  footer?: ReactNode;
  children: ReactNode;
}

/** A modal sheet from one side: navigation on phones at the start, details at the end. */
export function Drawer(props: DrawerProps) {
  const wasOpened = useWasTrue(props.open);
  return wasOpened ? <DrawerPopup {...props} /> : null;
}
