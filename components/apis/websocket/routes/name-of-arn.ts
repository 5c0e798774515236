/** Name of a function, with its qualifier: `live-send:prod`. */
export function nameOfArn(arn: string): string {
  return arn.split(':').slice(6).join(':') || arn;
}
