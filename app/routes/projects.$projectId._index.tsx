// The front page of a project: in one minute, where it stands, what is next and who it waits for.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { orThrow } from "../answer";
import type { ProjectId } from "../domain/ids";
import type { PageHandle } from "../ui/page-title";
import { EasyFrontPage } from "../ui/project/easy-front";
import { FullFrontPage } from "../ui/project/full-front";

export const handle: PageHandle<{ kind: "full" | "easy" }> = {
  title: (words, data) => (data?.kind === "easy" ? words.front.easy.title : words.front.full.title),
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.projectFront({ projectId: params.projectId as ProjectId }), request);
}

export default function ProjectFrontPage() {
  const front = useLoaderData<typeof loader>();
  const base = `/projects/${useParams().projectId}`;
  return front.kind === "easy" ? <EasyFrontPage front={front} base={base} /> : <FullFrontPage front={front} base={base} />;
}
