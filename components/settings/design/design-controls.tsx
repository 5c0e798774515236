'use client';

import { Plus, RefreshCw, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import type { ButtonVariant } from '@/components/ui/button-style';
import { Checkbox } from '@/components/ui/checkbox';
import { ComboboxField } from '@/components/ui/combobox-field';
import { IconButton } from '@/components/ui/icon-button';
import { NumberField } from '@/components/ui/number-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Segmented } from '@/components/ui/segmented';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import { TextAreaField } from '@/components/ui/text-area-field';
import { TextField } from '@/components/ui/text-field';
import { Line } from './design-part';

const variants: readonly ButtonVariant[] = ['primary', 'normal', 'quiet', 'danger', 'link'];
const icon = <Plus aria-hidden size={16} strokeWidth={1.75} />;

/** Buttons in all looks and states. */
export function DesignButtons() {
  return (
    <>
      <Line>
        {variants.map((variant) => (
          <Button key={variant} variant={variant} icon={variant === 'primary' ? icon : undefined}>
            {variant}
          </Button>
        ))}
      </Line>
      <Line>
        {variants.map((variant) => (
          <Button key={variant} variant={variant} size="small">
            {variant} small
          </Button>
        ))}
      </Line>
      <Line>
        <Button variant="primary" pending>
          Pending
        </Button>
        <Button variant="primary" disabled>
          Disabled
        </Button>
        <Button disabledReason="Needs the role developer">Off with a reason</Button>
        <ButtonLink href="#top">A link</ButtonLink>
        <ButtonLink href="#top" disabledReason="Needs the role developer">
          A link, off
        </ButtonLink>
        <IconButton label="Refresh" variant="normal">
          <RefreshCw aria-hidden size={16} strokeWidth={1.75} />
        </IconButton>
        <IconButton label="Delete" size="small">
          <Trash2 aria-hidden size={16} strokeWidth={1.75} />
        </IconButton>
      </Line>
    </>
  );
}

const runtimes = [
  { value: 'nodejs24.x', label: 'Node.js 24.x', group: 'Latest' },
  { value: 'python3.14', label: 'Python 3.14', group: 'Latest', detail: 'Runs here: python3 3.13' },
  { value: 'nodejs20.x', label: 'Node.js 20.x', group: 'Older', detail: 'Deprecated', disabled: true },
];

/** Fields: at rest, changed, wrong, off. */
export function DesignFields() {
  const [memory, setMemory] = useState('1024');
  const [runtime, setRuntime] = useState('nodejs24.x');
  const [role, setRole] = useState<string | null>('orders-checkout-role');
  return (
    <>
      <TextField label="Description" optional defaultValue="Validates the cart" hint="18 of 256 characters" />
      <Line>
        <NumberField
          label="Memory (MB)"
          value={memory}
          onChange={(event) => setMemory(event.target.value)}
          hint="128 to 10,240 MB"
          changed={memory !== '512'}
        />
        <NumberField label="Timeout" defaultValue="0" unit="sec" error="At least 1 second" />
      </Line>
      <TextField
        label="Function name"
        defaultValue="orders checkout"
        error="Letters, digits, hyphens and underscores only"
        mono
      />
      <TextField label="Handler" defaultValue="index.handler" disabled hint="Not for container images" />
      <SelectField label="Runtime" options={runtimes} value={runtime} onValueChange={setRuntime} />
      <ComboboxField
        label="Execution role"
        options={['orders-checkout-role', 'orders-refund-role', 'billing-role'].map((value) => ({
          value,
          label: value,
        }))}
        value={role}
        onValueChange={setRole}
      />
      <TextAreaField label="Policy" mono defaultValue={'{\n  "Version": "2012-10-17"\n}'} hint="JSON" />
    </>
  );
}

/** Boxes, radio buttons, switches, segments. */
export function DesignChoices() {
  const id = useId();
  const [way, setWay] = useState<'scratch' | 'sample' | 'image'>('scratch');
  const [isOn, setIsOn] = useState(true);
  return (
    <>
      <Line>
        <Checkbox label="Checked" defaultChecked />
        <Checkbox label="Not checked" description="with more words" />
        <Checkbox label="Mixed" indeterminate />
        <Checkbox label="Off" disabled />
        <Switch label="Switch" checked={isOn} onChange={(event) => setIsOn(event.target.checked)} />
        <Switch label="Off" disabled />
      </Line>
      <RadioGroup
        look="cards"
        legend="Way"
        hideLegend
        name={`${id}-cards`}
        value={way}
        onValueChange={setWay}
        options={[
          { value: 'scratch', label: 'Author from scratch', description: 'Start with a simple example' },
          { value: 'sample', label: 'Use a blueprint', description: 'Sample code for common uses' },
          { value: 'image', label: 'Container image', description: 'Not offered here', disabled: true },
        ]}
      />
      <RadioGroup
        legend="Execution role"
        name={`${id}-list`}
        value={way}
        onValueChange={setWay}
        error="Choose a role"
        options={[
          { value: 'scratch', label: 'Create a new role' },
          { value: 'sample', label: 'Use an existing role' },
        ]}
      />
      <Segmented
        label="View"
        options={[
          { value: 'scratch', label: 'Diagram' },
          { value: 'sample', label: 'List' },
          { value: 'image', label: 'Template' },
        ]}
        value={way}
        onValueChange={setWay}
      />
    </>
  );
}
