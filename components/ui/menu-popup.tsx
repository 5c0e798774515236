'use client';

import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import Link from 'next/link';
import { Fragment } from 'react';
import { Kbd } from './kbd';
import type { MenuItem, MenuPopupProps } from './menu';
import { isPressOn } from './press-on';
import { groupLabelClass, listClass, optionClass, popupClass, separatorClass } from './popup-style';

/** The list of a Menu; use Menu, which loads this when it is needed. */
export function MenuPopup(props: MenuPopupProps) {
  return (
    <Menu.Root
      open={props.open}
      onOpenChange={(open, { event }) => {
        if (!isPressOn(props.anchor, event)) props.onOpenChange(open);
      }}
      modal={false}
    >
      <Menu.Portal>
        <Menu.Positioner
          anchor={props.anchor}
          sideOffset={4}
          align={props.align ?? 'end'}
          collisionPadding={8}
          className="z-popover outline-none"
        >
          <Menu.Popup
            aria-label={props.label}
            finalFocus={() => props.anchor}
            className={`w-max max-w-popover min-w-(--anchor-width) ${listClass} ${popupClass}`}
          >
            {props.groups.map((group, index) => (
              <Fragment key={group.id}>
                {index > 0 && <Menu.Separator className={separatorClass} />}
                <Menu.Group>
                  {group.label && (
                    <Menu.GroupLabel className={groupLabelClass}>{group.label}</Menu.GroupLabel>
                  )}
                  {group.items.map((item) => (
                    <Row key={item.id} item={item} />
                  ))}
                </Menu.Group>
              </Fragment>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Row({ item }: { item: MenuItem }) {
  const isOff = Boolean(item.disabledReason);
  const look = `${optionClass} min-w-menu ${item.danger && !isOff ? 'text-danger-text' : ''}`;
  const content = (
    <>
      {item.icon}
      <span className="flex min-w-0 flex-1 flex-col">
        <span className={isOff ? 'text-text-disabled' : 'truncate'}>{item.label}</span>
        {(item.disabledReason ?? item.detail) && (
          <span className="text-12 text-muted">{item.disabledReason ?? item.detail}</span>
        )}
      </span>
      {item.meta && <span className="pl-16 text-12 text-muted">{item.meta}</span>}
      {item.keys?.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {item.checked && <Check aria-hidden size={16} strokeWidth={1.75} className="text-accent-text" />}
    </>
  );
  if (item.href && !isOff) {
    return (
      <Menu.LinkItem
        closeOnClick
        aria-current={item.checked ? 'true' : undefined}
        render={<Link href={item.href} />}
        className={look}
      >
        {content}
      </Menu.LinkItem>
    );
  }
  return (
    <Menu.Item
      aria-disabled={isOff || undefined}
      closeOnClick={!isOff}
      onClick={isOff ? undefined : item.onSelect}
      className={look}
    >
      {content}
    </Menu.Item>
  );
}
