import { BROKEN_ELSEWHERE, type Selectors, SOUND_ELSEWHERE } from '../account';
import { writesTo } from './base';
import { byCondition, byParameter, freshId, plainOrOpen, type Step, said } from './step';

const SELECTORS: readonly Selectors[] = [
  { kind: 'basic', of: [{}] },
  { kind: 'basic', of: [{ management: true, readWrite: 'All' }] },
  { kind: 'basic', of: [{ management: false }] },
  { kind: 'basic', of: [{ management: false }, { management: true }] },
  { kind: 'basic', of: [{ readWrite: 'WriteOnly' }] },
  { kind: 'basic', of: [{ management: true, readWrite: 'ReadOnly' }] },
  { kind: 'advanced', of: [{ category: 'Management' }] },
  { kind: 'advanced', of: [{ category: 'Data' }] },
  { kind: 'advanced', of: [{ category: 'Data' }, { category: 'Management' }] },
  { kind: 'advanced', of: [{ category: 'Management', writesOnly: true }] },
];

const logging: Step = ({ trails }, random) => {
  const trail = random.pick(trails);
  trail.logging = plainOrOpen(random, trail.logging, false);
  return `trail ${trail.id}: logging ${said(trail.logging)}`;
};

const multiRegion: Step = ({ trails }, random) => {
  const trail = random.pick(trails);
  trail.multiRegion = random.chance(0.3)
    ? byParameter(random, [true, false])
    : plainOrOpen(random, trail.multiRegion, false);
  return `trail ${trail.id}: multi-region ${said(trail.multiRegion)}`;
};

const selectors: Step = ({ trails }, random) => {
  const trail = random.pick(trails);
  trail.selectors = random.pick(SELECTORS);
  return `trail ${trail.id}: selectors ${said(trail.selectors)}`;
};

const present: Step = ({ trails }, random) => {
  const trail = random.pick(trails);
  trail.present = byCondition(random, true, false);
  return `trail ${trail.id}: present ${said(trail.present)}`;
};

const feeds: Step = ({ trails, groups }, random) => {
  const trail = random.pick(trails);
  const group = random.pick([
    undefined,
    random.pick(groups).id,
    byParameter(random, ['Events', BROKEN_ELSEWHERE]),
  ]);
  trail.group = group;
  return `trail ${trail.id}: feeds ${said(group)}`;
};

const secondTrail: Step = (account, random) => {
  const id = freshId(account, 'Audit');
  const { trails, groups, roles } = account;
  const group = random.pick(groups).id;
  const role = { id: freshId(account, 'Writer'), grants: [writesTo(group)] };
  roles.push(role);
  const sound = random.chance(0.5);
  const trail = {
    ...structuredClone(trails[0]),
    id,
    group,
    role: role.id,
    logging: true,
    multiRegion: sound,
  };
  trails.push(trail);
  return `trail ${id}: added, feeds ${group}, multi-region ${sound}`;
};

const secondGroup: Step = (account, random) => {
  const id = freshId(account, 'Events');
  account.groups.push({ id, infrequentAccess: false });
  const writer = random.pick(account.roles);
  if (random.chance(0.5)) writer.grants.push(writesTo(id));
  return `group ${id}: added`;
};

const infrequentAccess: Step = ({ groups }, random) => {
  const group = random.pick(groups);
  group.infrequentAccess = true;
  return `group ${group.id}: infrequent access`;
};

const organization: Step = ({ trails, roles }, random) => {
  const trail = random.pick(trails);
  trail.organization = true;
  const role = roles.find(({ id }) => id === trail.role);
  const grant = role?.grants[0];
  if (role && grant && random.chance(0.7)) {
    role.grants = [{ ...grant, on: 'own streams' }];
    if (random.chance(0.5)) role.grants.push({ ...grant, on: 'organization streams' });
  }
  return `trail ${trail.id}: of the organization, role ${said(role?.grants.map(({ on }) => on))}`;
};

const grants: Step = ({ roles, groups }, random) => {
  const role = random.pick(roles);
  const group = role.grants[0]?.group ?? random.pick(groups).id;
  const sound = writesTo(group);
  role.grants = random.pick([
    [],
    [{ ...sound, on: 'own streams' as const }],
    [{ ...sound, on: 'another group' as const }],
    [{ ...sound, actions: ['logs:PutLogEvents'] }],
    [{ ...sound, actions: ['logs:*'] }],
    [
      { ...sound, actions: ['logs:Put*'] },
      { ...sound, actions: ['logs:CreateLogStream'] },
    ],
    [sound, { ...sound, effect: 'Deny' as const, actions: ['logs:PutLogEvents'] }],
    [sound, { ...sound, effect: 'Deny' as const, actions: ['logs:DeleteLogStream'] }],
    [sound, { ...sound, effect: 'Deny' as const, on: 'another group' as const }],
  ]);
  return `role ${role.id}: ${said(role.grants)}`;
};

const roleElsewhere: Step = ({ trails }, random) => {
  const trail = random.pick(trails);
  const options = [SOUND_ELSEWHERE, BROKEN_ELSEWHERE];
  trail.role = { ...byParameter(random, options), written: random.pick(['parameter', 'literal'] as const) };
  return `trail ${trail.id}: role ${said(trail.role)}`;
};

export const trailSteps: readonly Step[] = [
  logging,
  multiRegion,
  selectors,
  selectors,
  present,
  feeds,
  secondTrail,
  secondGroup,
  infrequentAccess,
  organization,
  grants,
  grants,
  roleElsewhere,
];
