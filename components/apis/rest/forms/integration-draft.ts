import {
  backendOf,
  functionArnOf,
  functionOfArn,
  lambdaUriOf,
  readServiceUri,
  serviceUriOf,
} from '@/lib/domain/rest-api/backend';
import { timeoutMsRange, type IntegrationValues } from '@/lib/domain/rest-api/integration';
import { isProxy } from '@/lib/domain/rest-api/method';
import { partitionOf } from '@/lib/shared/arn';
import { linesOf, rowsOfTexts, textsOfRows } from './rows';
import type { ListRow } from './row-list';

export const integrationKinds = ['lambda', 'http', 'mock', 'aws', 'vpc'] as const;
export type IntegrationKind = (typeof integrationKinds)[number];

/** The fields as they are typed. */
export interface IntegrationDraft {
  readonly kind: IntegrationKind;
  readonly proxy: boolean;
  /** ARN without a qualifier, or what was typed in its place. */
  readonly functionArn: string;
  readonly qualifier: string;
  /** The ARN is typed and not chosen. */
  readonly isTyped: boolean;
  readonly url: string;
  readonly httpMethod: string;
  readonly service: {
    region: string;
    name: string;
    subdomain: string;
    kind: 'action' | 'path';
    target: string;
  };
  readonly vpcLinkId: string;
  /** ARN behind a link of version 2. */
  readonly linkTarget: string;
  readonly role: string;
  readonly timeout: string;
  readonly transferMode: string;
  readonly passthrough: string;
  readonly contentHandling: string;
  readonly skipsVerification: boolean;
  readonly parameters: readonly ListRow[];
  readonly templates: Readonly<Record<string, string>>;
  readonly cacheKeys: string;
  readonly cacheNamespace: string;
}

/** A function's ARN without its version or alias, and that qualifier. Stage variables stay whole. */
function splitArn(arn: string): { readonly base: string; readonly qualifier: string } {
  const { qualifier } = functionOfArn(arn);
  return { base: qualifier === '' ? arn : arn.slice(0, -(qualifier.length + 1)), qualifier };
}

export function toIntegrationDraft(values: IntegrationValues, region: string): IntegrationDraft {
  const { kind } = backendOf({ ...values, responses: [] });
  const { base, qualifier } = splitArn(functionArnOf(values.uri) ?? '');
  const service = readServiceUri(values.uri);
  const isAws = kind === 'aws' && service !== undefined;
  return {
    kind: kind === 'none' ? 'lambda' : values.type.startsWith('AWS') && values.uri === '' ? 'lambda' : kind,
    proxy: isProxy(values),
    functionArn: base,
    qualifier,
    isTyped: base.includes('${'),
    url: kind === 'http' || kind === 'vpc' ? values.uri : '',
    httpMethod: values.httpMethod || 'GET',
    service: isAws
      ? {
          region: service.region,
          name: service.service,
          subdomain: service.subdomain,
          kind: service.kind,
          target: service.target,
        }
      : { region, name: '', subdomain: '', kind: 'action', target: '' },
    vpcLinkId: values.connectionId,
    linkTarget: values.integrationTarget,
    role: values.credentials,
    timeout: String(values.timeoutMs),
    transferMode: values.transferMode,
    passthrough: values.passthroughBehavior,
    contentHandling: values.contentHandling,
    skipsVerification: values.skipsVerification,
    parameters: rowsOfTexts(values.parameters, 'to', 'from'),
    templates: values.templates,
    cacheKeys: values.cacheKeys.join('\n'),
    cacheNamespace: values.cacheNamespace,
  };
}

function addressOf(draft: IntegrationDraft): Pick<IntegrationValues, 'type' | 'uri' | 'httpMethod'> {
  const proxied = (type: string) => (draft.proxy ? `${type}_PROXY` : type);
  const { kind, service } = draft;
  switch (kind) {
    case 'mock':
      return { type: 'MOCK', uri: '', httpMethod: '' };
    case 'lambda': {
      const arn = draft.functionArn.trim();
      const qualifier = draft.qualifier.trim();
      const whole = qualifier === '' ? arn : `${arn}:${qualifier}`;
      const isStream = draft.proxy && draft.transferMode === 'STREAM';
      return {
        type: proxied('AWS'),
        uri: arn === '' ? '' : lambdaUriOf(whole, isStream),
        httpMethod: 'POST',
      };
    }
    case 'http':
    case 'vpc':
      return { type: proxied('HTTP'), uri: draft.url.trim(), httpMethod: draft.httpMethod };
    case 'aws': {
      const uri = serviceUriOf(
        {
          region: service.region.trim(),
          service: service.name.trim(),
          subdomain: service.subdomain.trim(),
          kind: service.kind,
          target: service.target.trim(),
        },
        partitionOf(service.region),
      );
      return { type: 'AWS', uri, httpMethod: draft.httpMethod };
    }
  }
}

/** What is typed as values; a timeout that is no whole number is NaN. */
export function fromIntegrationDraft(draft: IntegrationDraft): IntegrationValues {
  const isMock = draft.kind === 'mock';
  const timeout = draft.timeout.trim();
  return {
    ...addressOf(draft),
    credentials: isMock ? '' : draft.role.trim(),
    connectionType: draft.kind === 'vpc' ? 'VPC_LINK' : 'INTERNET',
    connectionId: draft.kind === 'vpc' ? draft.vpcLinkId.trim() : '',
    integrationTarget: draft.kind === 'vpc' ? draft.linkTarget.trim() : '',
    parameters: textsOfRows(draft.parameters, 'to', 'from'),
    templates: draft.templates,
    passthroughBehavior: draft.passthrough,
    contentHandling: draft.contentHandling,
    timeoutMs: isMock ? 29_000 : /^\d{1,7}$/.test(timeout) ? Number(timeout) : Number.NaN,
    cacheNamespace: draft.cacheNamespace.trim(),
    cacheKeys: linesOf(draft.cacheKeys),
    skipsVerification: draft.skipsVerification,
    transferMode: draft.proxy ? draft.transferMode : 'BUFFERED',
  };
}

/** Fields that keep a draft from being sent. */
export type IntegrationProblem =
  'function' | 'arn' | 'url' | 'urlBad' | 'service' | 'target' | 'vpcLink' | 'timeout' | 'timeoutRange';

export function integrationProblems(draft: IntegrationDraft): readonly IntegrationProblem[] {
  const problems: IntegrationProblem[] = [];
  const { timeoutMs, transferMode } = fromIntegrationDraft(draft);
  const timeoutMsMax = transferMode === 'STREAM' ? timeoutMsRange.streamMax : timeoutMsRange.max;
  if (draft.kind === 'lambda' && !/^arn:.+:function:.+/.test(draft.functionArn.trim()))
    problems.push(draft.isTyped ? 'arn' : 'function');
  if (draft.kind === 'http' || draft.kind === 'vpc') {
    if (draft.url.trim() === '') problems.push('url');
    else if (!/^(https?:\/\/.|\$\{stageVariables\.|.*\$\{stageVariables\.)/.test(draft.url.trim()))
      problems.push('urlBad');
  }
  if (draft.kind === 'vpc' && draft.vpcLinkId.trim() === '') problems.push('vpcLink');
  if (draft.kind === 'aws') {
    if (draft.service.name.trim() === '') problems.push('service');
    if (draft.service.target.trim() === '') problems.push('target');
  }
  if (Number.isNaN(timeoutMs)) problems.push('timeout');
  else if (timeoutMs < timeoutMsRange.min || timeoutMs > timeoutMsMax) problems.push('timeoutRange');
  return problems;
}
