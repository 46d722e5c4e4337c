import { Misuse, Unavailable } from '@kept/base';

/** The broker that was named does not answer, or does not let us in. */
export class BrokerUnreachable extends Unavailable {
  constructor(cause?: unknown) {
    super('BROKER_UNREACHABLE', 'the MQTT broker does not answer, or does not let Kept in', {
      help: 'see KEPT_MQTT in the table of settings, and whether the broker runs',
      cause,
    });
  }
}

/** The broker that was named lets devices in, or keeps them, whatever Kept says. */
export class BrokerUnguarded extends Misuse {
  constructor(why: string) {
    super('BROKER_UNGUARDED', `the MQTT broker cannot be used: ${why}`, {
      help: 'Mosquitto 2 with its dynamic security plugin, and an administrator of it in KEPT_MQTT',
    });
  }
}
