import { parseArn } from '../../../../shared/arn.ts';
import { invalidParameterValue } from '../errors.ts';

/** Where lost asynchronous calls may go: a queue or topic of the function's Region. The words are those of public reports. */
export function assertDeadLetter(targetArn: string | undefined, region: string): void {
  if (!targetArn) return;
  const target = parseArn(targetArn);
  if (target?.service !== 'sqs' && target?.service !== 'sns')
    throw invalid('The service specified by the TargetArn is not supported for dead letter configuration.');
  if (target.region !== region)
    throw invalid(
      "The resource specified by the TargetArn must be in the same region as the Lambda function it's associated with.",
    );
  if (target.service === 'sqs' && target.resource.endsWith('.fifo'))
    throw invalid('FIFO SQS queue is not supported for dead letter configuration');
}

function invalid(reason: string) {
  return invalidParameterValue(`Invalid dead letter queue ARN: ${reason}`);
}
