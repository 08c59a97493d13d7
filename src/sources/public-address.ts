import { lookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { TallymanError, messageOf, systemCode } from '../core/errors.js';

/** Public by their range, and yet a cloud's inner service: Azure's wire server. */
const INNER_SERVICES = new Set(['168.63.129.16']);

/** IPv6 that is routed on the internet at all (IANA: global unicast). */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether an address is one of the public internet: neither private, loopback, link-local, shared, unique local,
 * multicast, reserved, nor any form of IPv6 that stands for an IPv4 address and so could hide one of these.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv6) return parsed.match(GLOBAL_UNICAST);
  return !INNER_SERVICES.has(parsed.toString());
}

export interface AddressPolicy {
  /** Lets an address in that is not public. For tests; nothing that a user enters reaches it. */
  readonly allowAddress?: ((address: string, port: number) => boolean) | undefined;
  /** Stands in for the name service in tests. */
  readonly resolve?: ((host: string) => Promise<readonly LookupAddress[]>) | undefined;
}

/**
 * The addresses of an http or https URL, every one of them checked; connect to these and no others, since a name may
 * stand for another address the next time it is asked for.
 * @throws TallymanError `address-refused`; `fetch-failed` where the name is not known
 */
export async function checkedAddresses(url: URL, policy: AddressPolicy): Promise<readonly LookupAddress[]> {
  const where = url.href;
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new TallymanError('address-refused', `${url.protocol} addresses are not fetched`, where);
  if (url.username !== '' || url.password !== '')
    throw new TallymanError('address-refused', 'carries a user name or password', withoutCredentials(url));
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const family = isIP(host);
  const addresses = family === 0 ? await resolved(host, policy, where) : [{ address: host, family }];
  for (const { address } of addresses) {
    if (isPublicAddress(address) || policy.allowAddress?.(address, port) === true) continue;
    throw new TallymanError('address-refused', `leads to ${address}, which is no public address`, where);
  }
  return addresses;
}

function withoutCredentials(url: URL): string {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare.href;
}

async function resolved(
  host: string,
  policy: AddressPolicy,
  where: string,
): Promise<readonly LookupAddress[]> {
  try {
    const addresses = policy.resolve ? await policy.resolve(host) : await lookup(host, { all: true });
    if (addresses.length > 0) return addresses;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    throw new TallymanError(
      'fetch-failed',
      `the name ${host} cannot be resolved: ${messageOf(error)}`,
      where,
      {
        cause: error,
      },
    );
  }
  throw new TallymanError('fetch-failed', `the name ${host} has no address`, where);
}
