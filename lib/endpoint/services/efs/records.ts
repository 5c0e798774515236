export interface Place {
  readonly accountId: string;
  readonly region: string;
}

interface Resource extends Place {
  readonly id: string;
  /** Of a file system, its own id. */
  readonly fileSystemId: string;
  readonly createdMs: number;
}

export interface FileSystemRecord extends Resource {
  readonly token: string;
  readonly performanceMode: 'generalPurpose' | 'maxIO';
  readonly throughputMode: 'bursting' | 'provisioned' | 'elastic';
  readonly provisionedMibps?: number | undefined;
  readonly isEncrypted: boolean;
  readonly kmsKeyId?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

export interface MountTargetRecord extends Resource {
  readonly subnetId: string;
  readonly vpcId: string;
  readonly zone: string;
  readonly privateIp: string;
  readonly interfaceId: string;
  readonly groupIds: readonly string[];
}

export interface AccessPointRecord extends Resource {
  readonly token: string;
  readonly posixUser?:
    { readonly uid: number; readonly gid: number; readonly secondaryGids: readonly number[] } | undefined;
  /** With a slash in front. */
  readonly rootPath: string;
  /** How the root is made where it is missing. */
  readonly creation?:
    { readonly uid: number; readonly gid: number; readonly permissions: string } | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

export interface RecordOf {
  readonly 'file-system': FileSystemRecord;
  readonly 'mount-target': MountTargetRecord;
  readonly 'access-point': AccessPointRecord;
}

export type Kind = keyof RecordOf;
