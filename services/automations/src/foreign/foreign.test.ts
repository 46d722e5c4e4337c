/** Files as they are written by hand elsewhere. */
import { expect, test } from 'vitest';
import { button, climate, door, lamp, motion, reads, scenes } from './foreign.harness.ts';

const MOTION = `
- id: '1700000000000'
  alias: Light in the kitchen
  description: When somebody comes
  triggers:
    - trigger: state
      entity_id: binary_sensor.hall_motion_occupancy
      to: "on"
    - platform: mqtt
      topic: zigbee2mqtt/按钮
      value_template: "{{ value_json.action }}"
      payload: double
  conditions:
    - or:
        - condition: sun
          after: sunset
          after_offset: "-00:30:00"
        - condition: numeric_state
          entity_id: sensor.kitchen_climate_temperature
          below: 18.5
  actions:
    - action: light.turn_on
      target:
        entity_id: light.kitchen_lamp
      data:
        brightness_pct: 50
        color_temp_kelvin: 4000
    - wait_for_trigger:
        - trigger: state
          entity_id: binary_sensor.front_door_contact
          to: "off"
          for:
            minutes: 2
      timeout: "00:10:00"
    - if:
        - condition: state
          entity_id: binary_sensor.front_door_contact
          state: "on"
      then:
        - scene: scene.film_night
      else:
        - service: light.turn_off
          entity_id: light.kitchen_lamp
  mode: restart
`;

test('an automation of Home Assistant means the same here', () => {
  const { automations, problems, unknown } = reads(MOTION);
  expect(problems).toEqual([]);
  expect(unknown).toEqual([]);
  expect(automations).toEqual([
    {
      alias: 'Light in the kitchen',
      line: 2,
      config: {
        ...{ alias: 'Light in the kitchen', time_zone: 'Asia/Shanghai', place: { latitude: 31.2, longitude: 121.5 } },
        triggers: [
          { trigger: 'state', entity_id: `${motion}.occupancy`, to: 'true' },
          { trigger: 'event', entity_id: `${button}.action`, event_type: 'double' },
        ],
        conditions: [
          {
            condition: 'or',
            conditions: [
              { condition: 'sun', after: 'sunset', after_offset: -1_800 },
              { condition: 'numeric_state', entity_id: `${climate}.temperature`, below: 18.5 },
            ],
          },
        ],
        actions: [
          { action: 'command', device_id: lamp, data: { state: 'ON', brightness: '127', color_temp: '250' } },
          {
            action: 'wait_for_trigger',
            // What a door sensor calls `off`, closed, is contact.
            triggers: [{ trigger: 'state', entity_id: `${door}.contact`, to: 'true', for: 120 }],
            timeout: 600,
          },
          {
            action: 'choose',
            choose: [
              {
                conditions: [{ condition: 'state', entity_id: `${door}.contact`, state: ['false'] }],
                sequence: [{ action: 'scene', scene_id: scenes[0]!.id }],
              },
            ],
            default: [{ action: 'command', device_id: lamp, data: { state: 'OFF' } }],
          },
        ],
        mode: 'restart',
      },
    },
  ]);
});

test('what cannot be said is told with its line, and nothing is taken half', () => {
  const { automations, problems, unknown } = reads(`
- alias: Whole
  triggers: [{ trigger: time, at: "07:00" }]
  actions: [{ delay: 5 }]
- alias: Not whole
  variables:
    a: 1
  triggers:
    - trigger: state
      entity_id: light.nowhere
      attribute: brightness
    - trigger: template
      value_template: "{{ true }}"
    - trigger: time
      at: input_datetime.wake
  conditions: "{{ is_state('a', 'b') }}"
  actions:
    - action: media_player.play
      target: { entity_id: media_player.tv }
    - repeat: { count: 3, sequence: [] }
    - action: light.turn_on
      target: { area_id: kitchen }
    - delay: "{{ 5 }}"
- use_blueprint: { path: a.yaml }
`);
  expect(automations.map(({ alias, config }) => [alias, config !== null])).toEqual([
    ...[
      ['Whole', true],
      ['Not whole', false],
      ['3', false],
    ],
  ]);
  expect(unknown).toEqual(['light.nowhere']);
  expect(problems.map(({ line, code, what }) => `${line} ${code} ${what}`)).toEqual([
    ...[
      '7 key variables',
      '11 key attribute',
      '10 name light.nowhere',
      '12 kind template',
      '15 value input_datetime.wake',
    ],
    ...["16 template {{ is_state('a', 'b') }}", '18 kind media_player.play', '20 kind repeat'],
    ...['22 key area_id', '21 nothing ', '23 template {{ 5 }}', '24 blueprint '],
  ]);
});

test('a name that is not known can be told', () => {
  const text = `{triggers: {trigger: state, entity_id: light.old_name, to: "on"}, actions: [{delay: 1}]}`;
  expect(reads(text).unknown).toEqual(['light.old_name']);
  const { automations } = reads(text, { things: { 'light.old_name': `${lamp}.state` } });
  expect(automations[0]!.config?.triggers).toEqual([{ trigger: 'state', entity_id: `${lamp}.state`, to: 'ON' }]);
});

const BLUEPRINT = `
blueprint:
  name: Light on motion
  domain: automation
  input:
    motion:
      name: Motion sensor
    light:
      name: Light
    rest:
      input:
        wait:
          name: How long
          default: 120
triggers:
  trigger: state
  entity_id: !input motion
  to: "on"
actions:
  - action: light.turn_on
    target:
      entity_id: !input light
  - delay: !input wait
`;

test('a blueprint asks for its inputs, and is an automation with them', () => {
  const asked = reads(BLUEPRINT);
  expect(asked.inputs).toEqual([
    { name: 'motion', label: 'Motion sensor', given: false },
    { name: 'light', label: 'Light', given: false },
    { name: 'wait', label: 'How long', given: true },
  ]);
  expect(asked.unknown).toEqual([]);
  expect(asked.problems.map(({ line, code, what }) => [line, code, what])).toEqual([
    [17, 'input', 'motion'],
    [22, 'input', 'light'],
  ]);
  expect(asked.automations[0]!.config).toBeNull();
  const inputs = { motion: 'binary_sensor.hall_motion_occupancy', light: 'light.kitchen_lamp', wait: 30 };
  const { problems, automations } = reads(BLUEPRINT, { inputs });
  expect(problems).toEqual([]);
  expect(automations[0]!.config?.actions).toEqual([
    { action: 'command', device_id: lamp, data: { state: 'ON' } },
    { action: 'delay', delay: 30 },
  ]);
});

const AQARA = `{
  "metadata": { "name": "Evening", "scope": [] },
  "automations": [
    {
      "name": "Light when somebody comes",
      "starters": [
        {
          "type": "property.event",
          "source": { "deviceId": "lumi.158d0000000001", "endpointId": 1, "functionCode": "OccupancySensing", "traitCode": "Occupancy" },
          "is": true,
          "for": "20sec"
        },
        { "type": "time.schedule", "at": "7:30 pm", "weekdays": ["MON", "TUE"] }
      ],
      "condition": {
        "type": "and",
        "conditions": [
          { "type": "property.state", "source": { "deviceId": "lumi.158d0000000004", "traitCode": "Temperature" }, "lessThan": 18 },
          { "type": "time.between", "after": "18:00", "before": "23:30" }
        ]
      },
      "actions": [
        { "type": "device.trait.write", "functionCode": "Output", "traitCode": "OnOff", "targets": [{ "deviceId": "lumi.158d0000000002", "endpointIds": [1] }], "value": true },
        { "type": "delay", "for": "1min30sec" }
      ]
    },
    {
      "name": "Not whole",
      "starters": [
        { "type": "property.event", "source": { "deviceId": "lumi.158d0000000004", "traitCode": "Humidity" }, "greaterThan": 60, "suppressFor": "1hour" },
        { "type": "manual" }
      ],
      "actions": [{ "type": "device.trait.write", "traitCode": "Melody", "targets": [{ "deviceId": "lumi.158d0000000002" }], "value": 1 }]
    }
  ]
}`;

test('an automation script of Aqara, by the addresses of its devices', () => {
  const { automations, problems } = reads(AQARA, { format: 'aqara' });
  expect(automations[0]!.config).toMatchObject({
    alias: 'Light when somebody comes',
    triggers: [
      { trigger: 'state', entity_id: `${motion}.occupancy`, to: 'true', for: 20 },
      { trigger: 'time', at: '19:30', weekday: ['mon', 'tue'] },
    ],
    conditions: [
      {
        condition: 'and',
        conditions: [
          { condition: 'numeric_state', entity_id: `${climate}.temperature`, below: 18 },
          { condition: 'time', after: '18:00', before: '23:30' },
        ],
      },
    ],
    actions: [
      { action: 'command', device_id: lamp, data: { state: 'ON' } },
      { action: 'delay', delay: 90 },
    ],
  });
  expect(automations[1]!.config).toBeNull();
  expect(problems.map(({ line, code, what }) => `${line} ${code} ${what}`)).toEqual([
    ...['30 key suppressFor', '31 kind manual', '33 name lumi.158d0000000002.Melody'],
  ]);
});

test('what is no YAML, or too clever for one, is told and read no further', () => {
  expect(reads('- a: [').problems[0]).toMatchObject({ line: 1, code: 'syntax' });
  expect(reads('a: &x [1]\nb: *x').problems.map(({ code }) => code)).toContain('alias');
  for (const text of ['', '42', '- 1\n- []', 'null'])
    expect(reads(text).automations.every((a) => !a.config)).toBe(true);
});
