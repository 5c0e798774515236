/** API Gateway's own ARN for calls to a function, as integrations and authorizers of WebSocket APIs name it. */
export const functionUri =
  /^arn:aws[a-z-]*:apigateway:[a-z0-9-]+:lambda:path\/2015-03-31\/functions\/arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:.+\/invocations$/;
