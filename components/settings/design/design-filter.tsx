'use client';

import { useState } from 'react';
import { AttributeEditor } from '@/components/patterns/attribute-editor/attribute-editor';
import { type Attribute, newAttribute } from '@/components/patterns/attribute-editor/attribute';
import type { FilterValue } from '@/components/patterns/property-filter/filter';
import { PropertyFilter } from '@/components/patterns/property-filter/property-filter';

const properties = [
  { id: 'name', label: 'Function name' },
  {
    id: 'runtime',
    label: 'Runtime',
    values: [
      { value: 'nodejs24.x', count: 212 },
      { value: 'python3.14', count: 64 },
    ],
  },
];

/** The filter, with a value of its own. */
export function DesignFilter() {
  const [value, setValue] = useState<FilterValue>({
    tokens: [{ property: 'name', operator: ':', value: 'orders-' }],
    join: 'and',
  });
  return (
    <PropertyFilter
      label="Find functions"
      placeholder="Find functions by property or value"
      properties={properties}
      value={value}
      onChange={setValue}
    />
  );
}

const saved = { HOLD_MINUTES: '15', LOG_LEVEL: 'info', STRIPE_KEY: 'sk_test_1234' };

/** Environment variables with a change, a secret and a problem. */
export function DesignAttributes() {
  const [rows, setRows] = useState<readonly Attribute[]>(() => [
    newAttribute('HOLD_MINUTES', '20'),
    newAttribute('LOG_LEVEL', 'info'),
    newAttribute('STRIPE_KEY', 'sk_test_1234'),
    newAttribute('AWS_REGION', 'us-east-1'),
  ]);
  const reserved = rows.find((row) => row.key === 'AWS_REGION');
  return (
    <AttributeEditor
      title="Environment variables"
      rows={rows}
      onChange={setRows}
      saved={saved}
      problems={reserved ? { [reserved.id]: { key: 'Reserved key. Choose another.' } } : {}}
      words={{ key: 'Key', value: 'Value', add: 'Add environment variable' }}
      looksSecret={(key) => key.endsWith('_KEY')}
      meter={{ label: 'Size', value: 208, max: 4096, text: '208 B of 4 KB' }}
    />
  );
}
