import type { filledRequests } from './member-coverage-requests';

type Reasons = Readonly<Record<string, string>>;

const afterwards = (where: string) => `Set once the function is there: ${where}.`;
const numbered =
  'Functions on a capacity provider are published under numbers; $LATEST.PUBLISHED is left to the AWS CLI.';
const s3Files = 'Belongs to S3 Files as a file system; the form connects access points of EFS.';
const registry = 'Schema registries of Kafka are set with the AWS CLI; the form says nothing of them.';
const keyOfFilters = 'The key that filters are encrypted with is set with the AWS CLI.';
const metrics = 'Which metrics a mapping sends is set with the AWS CLI.';
const ownLogs = 'How a mapping of Kafka logs is set with the AWS CLI.';
const consumption = 'How a consumer group shares its topic is set with the AWS CLI.';
const pollerGroup = 'Groups of pollers that several mappings share are set with the AWS CLI.';
const onSuccess = 'AWS takes a destination for successes in asynchronous invocation alone.';

/** Members that no form of the console sends, by operation, and why. A named member covers what is below it. */
export const notOffered: Readonly<Partial<Record<keyof typeof filledRequests, Reasons>>> = {
  CreateFunction: {
    'Code.S3Bucket': afterwards('Code, Upload from, Amazon S3 location'),
    'Code.S3Key': afterwards('Code, Upload from, Amazon S3 location'),
    'Code.S3ObjectVersion': afterwards('Code, Upload from, Amazon S3 location'),
    'Code.S3ObjectStorageMode': afterwards('Code, Upload from, Amazon S3 location'),
    'Code.SourceKMSKeyArn': afterwards('Code, Code properties'),
    'Code.ImageUri':
      'Functions of container images are made with other tools; their settings are edited here.',
    ImageConfig: afterwards('Code, Image configuration'),
    Timeout: afterwards('Configuration, General configuration'),
    EphemeralStorage: afterwards('Configuration, General configuration'),
    SnapStart: afterwards('Configuration, General configuration'),
    PublishTo: numbered,
    DeadLetterConfig: afterwards('Configuration, Asynchronous invocation'),
    Environment: afterwards('Configuration, Environment variables'),
    KMSKeyArn: afterwards('Configuration, Environment variables'),
    TracingConfig: afterwards('Configuration, Monitoring and operations tools'),
    LoggingConfig: afterwards('Configuration, Monitoring and operations tools'),
    Tags: afterwards('Configuration, Tags'),
    Layers: afterwards('Code, Layers'),
    FileSystemConfigs: afterwards('Configuration, File systems'),
    CodeSigningConfigArn: afterwards('Configuration, Code signing'),
    'CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.PerExecutionEnvironmentMaxConcurrency':
      afterwards('Configuration, Capacity provider'),
    'DurableConfig.KMSKeyArn': afterwards('Configuration, Durable execution'),
  },
  UpdateFunctionConfiguration: {
    'FileSystemConfigs.S3FilesConfig': s3Files,
  },
  UpdateFunctionCode: { PublishTo: numbered },
  CreateEventSourceMapping: {
    Tags: 'Set once the mapping is there: Event source mappings, Manage tags.',
    KMSKeyArn: keyOfFilters,
    MetricsConfig: metrics,
    LoggingConfig: ownLogs,
    'DestinationConfig.OnSuccess': onSuccess,
    'AmazonManagedKafkaEventSourceConfig.SchemaRegistryConfig': registry,
    'SelfManagedKafkaEventSourceConfig.SchemaRegistryConfig': registry,
    'SelfManagedKafkaEventSourceConfig.ConsumptionMode': consumption,
    'ProvisionedPollerConfig.PollerGroupName': pollerGroup,
  },
  UpdateEventSourceMapping: {
    FunctionName: 'A mapping stays with its function in the form: another function gets one of its own.',
    'AmazonManagedKafkaEventSourceConfig.ConsumerGroupId': 'AWS does not let the consumer group be changed.',
    'AmazonManagedKafkaEventSourceConfig.SchemaRegistryConfig': registry,
    'SelfManagedKafkaEventSourceConfig.ConsumerGroupId': 'AWS does not let the consumer group be changed.',
    'SelfManagedKafkaEventSourceConfig.SchemaRegistryConfig': registry,
    'SelfManagedKafkaEventSourceConfig.ConsumptionMode': 'AWS does not let the consumption mode be changed.',
    'ProvisionedPollerConfig.PollerGroupName': pollerGroup,
    KMSKeyArn: keyOfFilters,
    MetricsConfig: metrics,
    LoggingConfig: ownLogs,
    'DestinationConfig.OnSuccess': onSuccess,
  },
};
