import type { EnvironmentParts } from './environment-parts.ts';
import type { LaunchDescription } from './launch.ts';
import type { PlatformLines } from './platform-lines.ts';

/** What an environment hears from its processes and only writes down. */
export abstract class EnvironmentEars {
  readonly launch: LaunchDescription;
  protected readonly parts: EnvironmentParts;
  protected readonly lines: PlatformLines;

  constructor(launch: LaunchDescription, parts: EnvironmentParts, lines: PlatformLines) {
    this.launch = launch;
    this.parts = parts;
    this.lines = lines;
  }

  logEvent(message: string): void {
    this.parts.log.event(message);
  }

  output(name: 'output' | 'errors', text: string): void {
    this.parts.log.output(name, text);
  }

  extensionOutput(text: string): void {
    this.parts.log.output('extension', text);
  }

  extensionReady(name: string, events: readonly string[]): void {
    this.lines.extension(name, events, 'Ready');
  }

  telemetrySubscribed(name: string, types: readonly string[]): void {
    this.lines.telemetrySubscribed(name, types);
  }
}
