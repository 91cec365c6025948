// The directions of dependencies, executed (docs/adr/0002). Module rules are generated from src/modules/*/module.json.
import { readdirSync, readFileSync } from 'node:fs';

/** Pure computing: no database, network, files, clock or randomness inside. The only packages a domain may import. */
const PURE_PACKAGES = [
  '@rgrove/parse-xml',
  'flatbush',
  'hucre',
  'ibantools',
  'kdbush',
  'libphonenumber-js',
  'opening_hours',
  'papaparse',
  'zod',
];

const TESTS = '[.]test[.]tsx?$';
const FRONT_DOOR = '^src/modules/[^/]+/index[.]ts$';

const modules = readdirSync('src/modules', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    dependsOn: JSON.parse(readFileSync(`src/modules/${name}/module.json`, 'utf8')).dependsOn,
  }));

const forbid = ({ name, comment, from, to }) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    forbid({
      name: 'no-cycles',
      comment: 'A cycle means two files are really one idea.',
      from: {},
      to: { circular: true },
    }),
    forbid({
      name: 'no-unresolved-import',
      comment: 'An import that leads nowhere hides from every other rule.',
      from: {},
      to: { couldNotResolve: true },
    }),
    forbid({
      name: 'domain-is-pure',
      comment: 'Rules must be readable and testable without a database, a clock or a network.',
      from: { path: '^src/modules/([^/]+)/domain/', pathNot: TESTS },
      to: {
        pathNot: [
          '^src/modules/$1/domain/',
          '^src/modules/standard/index[.]ts$',
          '^src/kernel/',
          `^node_modules/(${PURE_PACKAGES.join('|')})/`,
        ],
      },
    }),
    forbid({
      name: 'front-door-only',
      comment: 'Another module is used through its index.ts.',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', FRONT_DOOR] },
    }),
    forbid({
      name: 'edges-are-leaves',
      comment: 'Only index.ts hands routes, jobs or commands to the entrypoints.',
      from: { path: '^src/modules/', pathNot: ['/index[.]ts$', TESTS] },
      to: { path: '^src/modules/[^/]+/(routes|jobs|cli)[.]ts$' },
    }),
    forbid({
      name: 'pages-are-leaves',
      comment:
        'routes.ts says which address shows which page; what pages have in common lives in pages/parts/.',
      from: { path: '^src/modules/', pathNot: ['/routes([.]ts$|/)', TESTS] },
      to: { path: '^src/modules/[^/]+/pages/.+[.]tsx?$', pathNot: ['/pages/parts/', '/pages/[a-z]+/parts/'] },
    }),
    forbid({
      name: 'stores-know-no-action',
      comment: 'An action decides and a store writes: the other way round, SQL would hold rules.',
      from: { path: '^src/modules/[^/]+/store([.]ts$|/)', pathNot: TESTS },
      to: { path: '^src/modules/[^/]+/actions/' },
    }),
    ...modules.map(({ name, dependsOn }) =>
      forbid({
        name: `${name}-undeclared-dependency`,
        comment: 'Declare it in module.json, or do without.',
        from: { path: `^src/modules/${name}/` },
        to: { path: '^src/modules/', pathNot: `^src/modules/(${[name, ...dependsOn].join('|')})/` },
      }),
    ),
    forbid({
      name: 'kernel-is-pure',
      comment: 'The kernel stands under everything: it imports only itself.',
      from: { path: '^src/kernel/', pathNot: TESTS },
      to: { pathNot: '^src/kernel/' },
    }),
    forbid({
      name: 'platform-knows-no-business',
      comment: 'The platform would serve any other product as well.',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules|entrypoints)/' },
    }),
    forbid({
      name: 'entrypoints-use-front-doors',
      comment: 'Entrypoints assemble modules; what is inside a module is its own affair.',
      from: { path: '^src/entrypoints/' },
      to: { path: '^src/modules/', pathNot: FRONT_DOOR },
    }),
    forbid({
      name: 'entrypoints-are-roots',
      comment: 'What imports an entrypoint would start the whole program.',
      from: { path: '^src/(kernel|platform|modules)/' },
      to: { path: '^src/entrypoints/' },
    }),
    forbid({
      name: 'production-imports-no-test',
      comment: 'Test code and development packages are absent from production.',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: ['^test/', TESTS] },
    }),
    forbid({
      name: 'production-needs-no-development-package',
      comment: 'Development packages are absent from production.',
      from: { path: '^src/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
