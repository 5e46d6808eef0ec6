import { expect, test } from 'vitest';
import { addressKey } from './address-key.ts';

test('an address is counted with its network', () => {
  expect(addressKey('192.0.2.1')).toBe('192.0.2.1');
  expect(addressKey('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(addressKey('2001:db8:0:1::5')).toBe('2001:db8:0:1::/64');
  expect(addressKey('2001:DB8::1:0:0:0:9')).toBe('2001:db8:0:1::/64');
  expect(addressKey('2001:db8:0000:0001:2:3:4:5')).toBe('2001:db8:0:1::/64');
  expect(addressKey('::1')).toBe('0:0:0:0::/64');
  expect(addressKey('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
});
