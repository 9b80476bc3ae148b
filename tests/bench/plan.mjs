// The plan of the browser's benchmark: one VPC with a subnet in each zone, and
// gateways to instances of Secrets Manager with a given address in each.

const REGION = 'us-south';
const ZONES = [1, 2, 3];
const ACCOUNT = '7f2c4e91b0d84a6f9c3355e1a0b27d48';

const instance = (number) => `4b1e9c52-7d03-4c8a-9f21-${number.toString(16).padStart(12, '0')}`;

function subnet(zone) {
  const name = `vpe-${zone}`;
  return { key: name, wanted: { name, zone: `${REGION}-${zone}`, cidr: `10.240.${(zone - 1) * 64}.0/24` } };
}

function gateway(number) {
  const name = `secrets-${number}`;
  const address = (zone) => ({
    zone: `${REGION}-${zone}`,
    subnet: `vpe-${zone}`,
    how: 'given',
    address: `10.240.${(zone - 1) * 64}.${number + 3}`,
  });
  const wanted = {
    name,
    vpc: 'app-vpc',
    target: {
      kind: 'provider_cloud_service',
      crn: `crn:v1:bluemix:public:secrets-manager:${REGION}:a/${ACCOUNT}:${instance(number)}::`,
    },
    addresses: ZONES.map(address),
    security_groups: ['clients'],
    dns: 'primary',
    tags: ['env:prod'],
  };
  return { key: name, wanted };
}

/** The text of a plan file with that many gateways, numbered from 1. */
export function planFile(gateways) {
  const https = {
    name: 'https', direction: 'inbound', protocol: 'tcp', port_min: '443', port_max: '443', remote: '10.240.0.0/16',
  };
  const group = { key: 'clients', wanted: { name: 'clients', rules: [{ key: 'https', wanted: https }] } };
  const vpc = { name: 'app-vpc', region: REGION, subnets: ZONES.map(subnet), security_groups: [group] };
  const plan = {
    name: `${gateways} gateways`,
    targets: { cli: 'from16', api: '2026-10-06', provider: 'from_2_1' },
    vpcs: [{ key: 'app-vpc', wanted: vpc }],
    gateways: Array.from({ length: gateways }, (_, i) => gateway(i + 1)),
  };
  return `${JSON.stringify({ vpe_planner: 1, plan }, null, 2)}\n`;
}
