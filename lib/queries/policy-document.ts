import 'server-only';
import { GetFunctionConfigurationCommand, GetResourcePolicyCommand } from '@aws-sdk/client-lambda';
import type { Aws } from '@/lib/aws/clients';
import type { Basis } from '@/lib/queries/configuration';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';

/** The ARN that the policy of a function, a version or an alias belongs to. SDK exceptions pass. */
export async function policyArn(aws: Aws, functionName: string, qualifier: string | undefined) {
  const output = await aws.lambda.send(
    new GetFunctionConfigurationCommand({ FunctionName: functionName, Qualifier: qualifier }),
  );
  const bare = (output.FunctionArn ?? '').split(':').slice(0, 7).join(':');
  return qualifier === undefined ? bare : `${bare}:${qualifier}`;
}

export interface PolicyBasis extends Basis<{ readonly policy: string }> {
  readonly arn: string;
}

const firstStatement = (arn: string) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: '',
      Effect: 'Allow',
      Principal: { Service: '' },
      Action: 'lambda:InvokeFunction',
      Resource: arn,
    },
  ],
});

const pretty = (text: string) => JSON.stringify(JSON.parse(text), null, 2);

/** The whole resource-based policy for its edit page; a first statement to fill in where there is none yet. */
export function getPolicyBasis(place: Place, functionName: string, qualifier: string | undefined) {
  return readAsViewer<PolicyBasis>(place, 'lambda:GetResourcePolicy', async (aws) => {
    const arn = await policyArn(aws, functionName, qualifier);
    const readAt = new Date().toISOString();
    try {
      const found = await aws.lambda.send(new GetResourcePolicyCommand({ ResourceArn: arn }));
      return { arn, values: { policy: pretty(found.Policy ?? '{}') }, revisionId: found.RevisionId, readAt };
    } catch (error) {
      if ((error as Error).name !== 'ResourceNotFoundException') throw error;
      const policy = JSON.stringify(firstStatement(arn), null, 2);
      return { arn, values: { policy }, revisionId: undefined, readAt };
    }
  });
}
