import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { ok, type Result, refuse } from '../kernel/result.ts';

export interface ResolvedAddress {
  address: string;
  family: number;
}

/** Every address of a host. The default asks the system; tests give their own. */
export type ResolveHost = (host: string) => Promise<ResolvedAddress[]>;

export const resolveHost: ResolveHost = (host) => lookup(host, { all: true });

// Not reachable from the Internet, or leading back to addresses that are not. Sources: IANA special-purpose registries
// (RFC 6890 and its updates) for IPv4 and IPv6.
const NOT_PUBLIC_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const NOT_PUBLIC_IPV6 = [
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

const notPublic = new BlockList();
for (const range of NOT_PUBLIC_IPV4) addRange(range, 'ipv4');
for (const range of NOT_PUBLIC_IPV6) addRange(range, 'ipv6');

function addRange(range: string, family: 'ipv4' | 'ipv6'): void {
  const [network, bits] = range.split('/') as [string, string];
  notPublic.addSubnet(network, Number(bits), family);
}

/** An IPv4 address written in IPv6 (`::ffff:127.0.0.1`) is judged by the IPv4 ranges. */
export const isPublicAddress = (address: string): boolean =>
  isIP(address) !== 0 && !notPublic.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** `true` allows every address; a list allows the hosts it names, `host` or `host:port`. */
export type PrivateAddressPolicy = boolean | readonly string[];

export type AddressRefusal =
  | { kind: 'private-address'; host: string }
  | { kind: 'unreachable'; host: string; cause: string };

/**
 * The addresses to connect to for a URL. The connection must use them as they are: asking the name server a second time
 * would let it answer differently. One private address among several is enough to refuse.
 */
export async function checkedAddresses(
  url: URL,
  policy: PrivateAddressPolicy,
  resolve: ResolveHost,
): Promise<Result<ResolvedAddress[], AddressRefusal>> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = await addressesOf(host, resolve);
  if (!found.ok) return found;
  const isAllowed = typeof policy === 'boolean' ? policy : policy.includes(url.host) || policy.includes(host);
  if (isAllowed || found.value.every(({ address }) => isPublicAddress(address))) return found;
  return refuse({ kind: 'private-address', host });
}

async function addressesOf(
  host: string,
  resolve: ResolveHost,
): Promise<Result<ResolvedAddress[], AddressRefusal>> {
  if (isIP(host) !== 0) return ok([{ address: host, family: isIP(host) }]);
  try {
    return ok(await resolve(host));
  } catch (error) {
    // A name that cannot be resolved is an expected answer of the outside world.
    return refuse({ kind: 'unreachable', host, cause: (error as NodeJS.ErrnoException).code ?? 'ENOTFOUND' });
  }
}
