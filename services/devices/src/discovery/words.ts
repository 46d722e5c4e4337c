/** Short names of Home Assistant’s MQTT discovery, and what they are short for: those that are read here. */
type Words = Readonly<Record<string, string>>;

const CONFIG: Words = {
  ...{ avty: 'availability', avty_mode: 'availability_mode', avty_t: 'availability_topic' },
  ...{ avty_tpl: 'availability_template', pl_avail: 'payload_available', pl_not_avail: 'payload_not_available' },
  ...{ bri_cmd_t: 'brightness_command_topic', bri_cmd_tpl: 'brightness_command_template', bri_scl: 'brightness_scale' },
  ...{ bri_stat_t: 'brightness_state_topic', bri_val_tpl: 'brightness_value_template' },
  ...{ clr_temp_cmd_t: 'color_temp_command_topic', clr_temp_cmd_tpl: 'color_temp_command_template' },
  ...{ clr_temp_stat_t: 'color_temp_state_topic', clr_temp_val_tpl: 'color_temp_value_template' },
  ...{ cmd_t: 'command_topic', cmd_tpl: 'command_template', cmps: 'components' },
  ...{ curr_temp_t: 'current_temperature_topic', curr_temp_tpl: 'current_temperature_template' },
  ...{ dev: 'device', dev_cla: 'device_class', ent_cat: 'entity_category', evt_typ: 'event_types' },
  ...{ fan_mode_cmd_t: 'fan_mode_command_topic', fan_mode_cmd_tpl: 'fan_mode_command_template' },
  ...{ fan_mode_stat_t: 'fan_mode_state_topic', fan_mode_stat_tpl: 'fan_mode_state_template' },
  ...{ hum_cmd_t: 'target_humidity_command_topic', hum_cmd_tpl: 'target_humidity_command_template' },
  ...{ hum_stat_t: 'target_humidity_state_topic', hum_state_tpl: 'target_humidity_state_template' },
  ...{ act_t: 'action_topic', act_tpl: 'action_template', max_mirs: 'max_mireds', min_mirs: 'min_mireds' },
  ...{ mode_cmd_t: 'mode_command_topic', mode_cmd_tpl: 'mode_command_template' },
  ...{ mode_stat_t: 'mode_state_topic', mode_stat_tpl: 'mode_state_template' },
  ...{ o: 'origin', obj_id: 'object_id', ops: 'options', p: 'platform' },
  ...{ pct_cmd_t: 'percentage_command_topic', pct_cmd_tpl: 'percentage_command_template' },
  ...{ pct_stat_t: 'percentage_state_topic', pct_val_tpl: 'percentage_value_template' },
  ...{ pl_cls: 'payload_close', pl_lock: 'payload_lock', pl_off: 'payload_off', pl_on: 'payload_on' },
  ...{ pl_open: 'payload_open', pl_prs: 'payload_press', pl_stop: 'payload_stop', pl_unlk: 'payload_unlock' },
  ...{ pos_clsd: 'position_closed', pos_open: 'position_open', pos_t: 'position_topic', pos_tpl: 'position_template' },
  ...{ pr_mode_cmd_t: 'preset_mode_command_topic', pr_mode_cmd_tpl: 'preset_mode_command_template' },
  ...{ pr_mode_stat_t: 'preset_mode_state_topic', pr_mode_val_tpl: 'preset_mode_value_template' },
  ...{ pr_modes: 'preset_modes', set_pos_t: 'set_position_topic', set_pos_tpl: 'set_position_template' },
  ...{ spd_rng_max: 'speed_range_max', spd_rng_min: 'speed_range_min', stat_cla: 'state_class' },
  ...{ stat_clsd: 'state_closed', stat_locked: 'state_locked', stat_off: 'state_off', stat_on: 'state_on' },
  ...{ stat_open: 'state_open', stat_t: 'state_topic', stat_tpl: 'state_template', stat_unlocked: 'state_unlocked' },
  ...{ stat_val_tpl: 'state_value_template', t: 'topic', temp_cmd_t: 'temperature_command_topic' },
  ...{ temp_cmd_tpl: 'temperature_command_template', temp_stat_t: 'temperature_state_topic' },
  ...{ temp_stat_tpl: 'temperature_state_template', uniq_id: 'unique_id', unit_of_meas: 'unit_of_measurement' },
  ...{ val_tpl: 'value_template', fx_cmd_t: 'effect_command_topic', fx_stat_t: 'effect_state_topic' },
  ...{ fx_list: 'effect_list', fx_val_tpl: 'effect_value_template', fx_cmd_tpl: 'effect_command_template' },
};

const DEVICE: Words = {
  ...{ cns: 'connections', hw: 'hw_version', ids: 'identifiers', mf: 'manufacturer', mdl: 'model' },
  ...{ mdl_id: 'model_id', sn: 'serial_number', sw: 'sw_version' },
};

export type Config = Readonly<Record<string, unknown>>;

/** In full, and with the topic that `~` stands for. */
export function spelledOut(config: Config): Config {
  const base = typeof config['~'] === 'string' ? config['~'] : undefined;
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => {
      const name = CONFIG[key] ?? key;
      return [name, name.endsWith('topic') && base !== undefined ? based(value, base) : inside(name, value, base)];
    }),
  );
}

export const deviceSpelledOut = (device: Config): Config =>
  Object.fromEntries(Object.entries(device).map(([key, value]) => [DEVICE[key] ?? key, value]));

function inside(name: string, value: unknown, base: string | undefined): unknown {
  if (name !== 'availability') return value;
  const more = base === undefined ? {} : { '~': base };
  return (Array.isArray(value) ? value : [value]).map((each: unknown) =>
    typeof each === 'object' && each !== null ? spelledOut({ ...more, ...each }) : each,
  );
}

const based = (topic: unknown, base: string): unknown =>
  typeof topic !== 'string'
    ? topic
    : topic.startsWith('~')
      ? `${base}${topic.slice(1)}`
      : topic.endsWith('~')
        ? `${topic.slice(0, -1)}${base}`
        : topic;
