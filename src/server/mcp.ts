import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { TallymanError } from '../core/errors.js';
import { PACKAGE_VERSION } from '../core/package-root.js';
import type { OpenCase } from '../pipeline/open-case.js';
import {
  ANSWERS,
  getFinding,
  getSourceSpan,
  listConflicts,
  listFindings,
  NOTE,
  QUESTIONS,
  searchClaims,
} from './mcp-answers.js';

/** A case for assistants, over the Model Context Protocol: tools that read, and answer with their citations. */
export function createMcpServer(open: OpenCase): McpServer {
  const server = new McpServer(
    { name: 'tallyman', version: PACKAGE_VERSION },
    { instructions: `Claims, findings and sources of the case "${open.folder.config.name}". ${NOTE}` },
  );
  const tool = <T extends keyof typeof QUESTIONS>(
    name: T,
    description: string,
    answer: (open: OpenCase, question: never) => Promise<object>,
  ): void => {
    server.registerTool(
      name,
      {
        description: `${description} ${NOTE}`,
        inputSchema: QUESTIONS[name] as never,
        outputSchema: ANSWERS[name].shape as never,
        annotations: {
          readOnlyHint: true,
          destructiveHint: false,
          idempotentHint: true,
          openWorldHint: false,
        },
      },
      (async (question: never) => {
        try {
          const given = await answer(open, question);
          return { content: [{ type: 'text', text: JSON.stringify(given) }], structuredContent: given };
        } catch (error) {
          if (!(error instanceof TallymanError)) throw error;
          const where = error.where === null ? '' : ` (${error.where})`;
          return {
            isError: true,
            content: [{ type: 'text', text: `${error.message}${where}. ${error.remedy}` }],
          };
        }
      }) as never,
    );
  };
  tool(
    'search_claims',
    'Attributed statements by their words, parties, goods and claimant, the newest first.',
    searchClaims,
  );
  tool(
    'list_findings',
    'Questions with the range that the statements on them allow, what meets the standard first.',
    listFindings,
  );
  tool(
    'get_finding',
    'A finding with every statement on it, who only repeats whom, and how it stands to the law.',
    getFinding,
  );
  tool(
    'get_source_span',
    'Words of an archived source by their place in its text, with what stands around them.',
    getSourceSpan,
  );
  tool(
    'list_conflicts',
    'Statements that contradict each other, two by two, with the reason.',
    listConflicts,
  );
  return server;
}

/** Serves a case on standard input and output until the input ends or the signal fires. */
export async function serveMcp(open: OpenCase, signal: AbortSignal): Promise<void> {
  const server = createMcpServer(open);
  const ended = new Promise<void>((resolve) => {
    server.server.onclose = () => resolve();
    process.stdin.once('end', () => resolve());
    process.stdin.once('close', () => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
    if (signal.aborted) resolve();
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
}
