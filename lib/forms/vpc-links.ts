import type { CreateVpcLinkCommandInput as CreateFirst } from '@aws-sdk/client-api-gateway';
import type { CreateVpcLinkCommandInput as CreateSecond } from '@aws-sdk/client-apigatewayv2';
import * as z from 'zod';
import { linesOfTags, tagsOfLines } from '../domain/tag-lines';
import { linkVersions, type VpcLink } from '../domain/vpc-link';
import { gatewayIdSchema } from './api-keys';
import { placeSchema } from './place';

export type VpcLinkField =
  'version' | 'name' | 'description' | 'target' | 'subnets' | 'securityGroups' | 'tags';
export type VpcLinkTexts = Readonly<Record<VpcLinkField, string>>;

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const idsOf = (prefix: string, message: string) =>
  z
    .string()
    .max(4_096)
    .refine((text) => lines(text).every((id) => id.startsWith(prefix)), message);

const values = z
  .object({
    version: z.enum(linkVersions),
    name: z.string().trim().min(1, 'Enter a name.').max(128, 'A name has at most 128 characters.'),
    description: z.string().max(1_024),
    target: z.string().trim().max(2_048),
    subnets: idsOf('subnet-', 'Enter ids of subnets, such as subnet-0a1b2c3d.'),
    securityGroups: idsOf('sg-', 'Enter ids of security groups, such as sg-0a1b2c3d.'),
    tags: z.string().max(20_000),
  })
  .refine(({ version, target }) => version === 'V2' || /^arn:[^:]+:elasticloadbalancing:/.test(target), {
    path: ['target'],
    message: 'Enter the ARN of a Network Load Balancer.',
  })
  .refine(({ version, subnets }) => version === 'V1' || lines(subnets).length > 0, {
    path: ['subnets'],
    message: 'Enter at least one subnet.',
  });

export const createVpcLinkSchema = z.object({ place: placeSchema, values });
export const oneVpcLinkSchema = z.object({
  place: placeSchema,
  id: gatewayIdSchema,
  version: z.enum(linkVersions),
});
export const updateVpcLinkSchema = oneVpcLinkSchema.extend({
  values,
  revisionId: z.string().max(64).optional(),
});

export const vpcLinkMemberFields: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  targetArns: 'target',
  subnetIds: 'subnets',
  securityGroupIds: 'securityGroups',
  tags: 'tags',
};

export function vpcLinkTexts(link: VpcLink): VpcLinkTexts {
  return {
    version: link.version,
    name: link.name,
    description: link.description,
    target: link.targets[0] ?? '',
    subnets: link.subnets.join('\n'),
    securityGroups: link.securityGroups.join('\n'),
    tags: linesOfTags(link.tags),
  };
}

export function vpcLinkToFirst({ name, description, target, tags }: VpcLinkTexts): CreateFirst {
  return {
    name: name.trim(),
    targetArns: [target.trim()],
    ...(description && { description }),
    ...(tags.trim() && { tags: tagsOfLines(tags) }),
  };
}

export function vpcLinkToSecond({ name, subnets, securityGroups, tags }: VpcLinkTexts): CreateSecond {
  return {
    Name: name.trim(),
    SubnetIds: lines(subnets),
    SecurityGroupIds: lines(securityGroups),
    ...(tags.trim() && { Tags: tagsOfLines(tags) }),
  };
}
