'use client';

import { CircleCheck, CircleX, Info, TriangleAlert, X } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/icon-button';
import { announce } from '@/components/ui/live-region';
import { Spinner } from '@/components/ui/spinner';
import { TextLink } from '@/components/ui/text-link';
import { solidClass, toneClass } from '@/components/ui/tone';

export interface FlashMessage {
  readonly kind: 'progress' | 'success' | 'warning' | 'danger' | 'info';
  readonly title: string;
  readonly text?: string;
  /** One act at most: a link, or a button that does something. */
  readonly act?: { readonly label: string; readonly href?: string; readonly onSelect?: () => void };
}
interface Flash extends FlashMessage {
  readonly id: string;
}

const shownMax = 3;
const keptMax = 20;
const successMs = 8000;

let flashes: readonly Flash[] = [];
let serial = 0;
const listeners = new Set<() => void>();
const none: readonly Flash[] = [];

function replaceAll(next: readonly Flash[]): void {
  flashes = next.slice(0, keptMax);
  for (const notify of listeners) notify();
}
function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => {
    listeners.delete(onChange);
  };
}

const saysTheSame = (one: FlashMessage, other: FlashMessage) =>
  one.kind === other.kind && one.title === other.title && one.text === other.text;

/**
 * Tells the outcome of an act at the top of this page or of the next one. `show` answers an id; showing again
 * with that id changes the flash in place, so a long act keeps one. What is said again takes the place of what
 * was said before.
 */
export function useFlash() {
  return useMemo(
    () => ({
      show(message: FlashMessage, id = `flash-${(serial += 1)}`): string {
        const isKnown = flashes.some((flash) => flash.id === id);
        const next: Flash = { ...message, id };
        replaceAll(
          isKnown
            ? flashes.map((flash) => (flash.id === id ? next : flash))
            : [next, ...flashes.filter((flash) => !saysTheSame(flash, next))],
        );
        announce(message.text ? `${message.title} ${message.text}` : message.title);
        return id;
      },
      dismiss(id: string): void {
        replaceAll(flashes.filter((flash) => flash.id !== id));
      },
    }),
    [],
  );
}

/** Where flashes appear; PageHeader has it. They live outside of React's tree, so they survive navigation. */
export function FlashRegion() {
  const t = useTranslations('ui.flash');
  const all = useSyncExternalStore(
    subscribe,
    () => flashes,
    () => none,
  );
  const [showsAll, setShowsAll] = useState(false);
  if (all.length === 0) return null;
  const shown = showsAll ? all : all.slice(0, shownMax);
  return (
    <section aria-label={t('region')} className="flex flex-col gap-8 pb-4">
      {shown.map((flash) => (
        <FlashRow key={flash.id} flash={flash} />
      ))}
      {all.length > shown.length && (
        <button
          type="button"
          onClick={() => setShowsAll(true)}
          className="w-fit rounded-4 text-12 font-medium text-link hover:underline"
        >
          {t('more', { count: all.length - shown.length })}
        </button>
      )}
    </section>
  );
}

const icons: Record<FlashMessage['kind'], ReactNode> = {
  progress: <Spinner />,
  success: <CircleCheck aria-hidden size={16} strokeWidth={1.75} />,
  warning: <TriangleAlert aria-hidden size={16} strokeWidth={1.75} />,
  danger: <CircleX aria-hidden size={16} strokeWidth={1.75} />,
  info: <Info aria-hidden size={16} strokeWidth={1.75} />,
};

function FlashRow({ flash }: { flash: Flash }) {
  const t = useTranslations('ui');
  const { dismiss } = useFlash();
  const [isHeld, setIsHeld] = useState(false);
  const tone = flash.kind === 'progress' ? 'info' : flash.kind;
  const { id, kind, act } = flash;
  useEffect(() => {
    if (kind !== 'success' || isHeld) return;
    const timer = setTimeout(() => dismiss(id), successMs);
    return () => clearTimeout(timer);
  }, [kind, id, isHeld, dismiss]);
  return (
    <div
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className={`flex items-start gap-12 rounded-8 border px-12 py-4 ${toneClass[tone]}`}
    >
      <span className={`mt-4 shrink-0 ${solidClass[tone]}`}>{icons[kind]}</span>
      <p className="min-w-0 flex-1 py-2 wrap-anywhere text-muted">
        <strong className="font-semibold text-text">{flash.title}</strong> {flash.text}
      </p>
      {act?.href && (
        <span className="py-2 font-medium">
          <TextLink href={act.href}>{act.label}</TextLink>
        </span>
      )}
      {act?.onSelect && (
        <button type="button" onClick={act.onSelect} className="py-2 font-medium text-link hover:underline">
          {act.label}
        </button>
      )}
      <IconButton label={t('flash.dismiss')} size="small" onClick={() => dismiss(id)}>
        <X aria-hidden size={16} strokeWidth={1.75} />
      </IconButton>
    </div>
  );
}
