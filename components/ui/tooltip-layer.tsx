'use client';

import { useEffect, useId, useRef, useState } from 'react';

const hoverDelayMs = 400;
const gap = 6;

/**
 * Shows the `data-tooltip` text of whatever is hovered or focused by keyboard. Mounted once by the shell: one
 * listener serves every tooltip of a page, also those drawn on the server, and no component pays for its own.
 * Stays while the pointer is on it and leaves on Escape (WCAG 1.4.13).
 */
export function TooltipLayer() {
  const id = useId();
  const bubble = useRef<HTMLDivElement>(null);
  const [owner, setOwner] = useState<HTMLElement | null>(null);
  const text = owner?.dataset.tooltip;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (element: HTMLElement | null, delayMs: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => setOwner(element), delayMs);
    };
    const ownerOf = (target: EventTarget | null) =>
      target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null;
    const handleOver = (event: PointerEvent) => {
      if (event.pointerType === 'touch' || bubble.current?.contains(event.target as Node)) {
        clearTimeout(timer);
        return;
      }
      const next = ownerOf(event.target);
      show(next, next ? hoverDelayMs : 100);
    };
    const handleFocus = (event: FocusEvent) => {
      const next = ownerOf(event.target);
      show(next && next.matches(':focus-visible') ? next : null, 0);
    };
    const handleKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') show(null, 0);
    };
    const hide = () => show(null, 0);
    document.addEventListener('pointerover', handleOver);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('focusin', handleFocus);
    document.addEventListener('keydown', handleKey);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', handleOver);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('focusin', handleFocus);
      document.removeEventListener('keydown', handleKey);
    };
  }, []);

  useEffect(() => {
    const element = bubble.current;
    if (!element || !owner || !text) return;
    element.showPopover();
    placeAt(element, owner);
    const isName = owner.getAttribute('aria-label') === text;
    if (!isName) owner.setAttribute('aria-describedby', id);
    return () => {
      if (!isName) owner.removeAttribute('aria-describedby');
      if (element.isConnected) element.hidePopover();
    };
  }, [owner, text, id]);

  return (
    <div
      ref={bubble}
      id={id}
      role="tooltip"
      popover="manual"
      className="inset-auto m-0 max-w-popover rounded-6 border border-edge-strong bg-raised px-8 py-4 text-12 text-text shadow-2"
    >
      {text}
    </div>
  );
}

function placeAt(element: HTMLElement, owner: HTMLElement) {
  const box = owner.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = element;
  const isBelow = box.bottom + gap + height <= window.innerHeight;
  const left = Math.min(Math.max(box.left + box.width / 2 - width / 2, gap), window.innerWidth - width - gap);
  element.style.left = `${left}px`;
  element.style.top = `${isBelow ? box.bottom + gap : box.top - gap - height}px`;
}
