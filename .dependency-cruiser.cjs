/** The layers of docs/architecture.md: a folder imports only from the folders named beside it. */
const MAY_IMPORT = {
  core: [],
  model: ['core'],
  sources: ['core', 'model'],
  documents: ['core', 'model'],
  claims: ['core', 'model'],
  tracks: ['core', 'model'],
  law: ['core', 'model'],
  exchange: ['core', 'model'],
  store: ['core', 'model'],
  ledger: ['core', 'model', 'law', 'tracks'],
  report: ['core', 'model', 'law', 'ledger'],
  pipeline: [
    'core',
    'model',
    'sources',
    'documents',
    'claims',
    'tracks',
    'law',
    'exchange',
    'store',
    'ledger',
    'report',
  ],
  server: ['core', 'model', 'pipeline'],
  cli: ['core', 'model', 'pipeline', 'server'],
};

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: ['\\.d\\.ts$'] }, to: {} },
    {
      name: 'no-deeper-folders',
      comment: 'src/<folder>/<file>.ts, no deeper',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/[^/]+/' },
    },
    {
      name: 'desk-imports-types',
      comment:
        'The desk talks to the API: of src/ it knows the types of what that answers, and nothing that runs',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'layer-web',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/', pathNot: ['^src/model/', '^src/server/'] },
    },
    { name: 'nothing-imports-the-desk', severity: 'error', from: { path: '^src/' }, to: { path: '^web/' } },
    ...Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
      name: `layer-${folder}`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: [folder, ...allowed].map((name) => `^src/${name}/`) },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
