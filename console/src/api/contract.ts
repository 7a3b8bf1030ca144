/**
 * The four APIs as their OpenAPI files describe them. Screens take their types from here, so a path, a parameter, a
 * field or a value that a service no longer knows does not compile.
 */
import { get, post, type Command, type Query } from './http';
import type { paths as Dispatch } from './generated/dispatch';
import type { paths as Evaluation } from './generated/evaluation';
import type { paths as Intake } from './generated/intake';
import type { paths as Reporting } from './generated/reporting';

type Paths = Intake & Dispatch & Evaluation & Reporting;
type Method = 'get' | 'post';

export type PathsWith<M extends Method> = {
  [P in keyof Paths]: Paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof Paths];

type Operation<P extends PathsWith<M>, M extends Method> = Paths[P] extends Record<M, infer O> ? O : never;

/**
 * The services' descriptions mark hardly any field as required although each is sent, as null when there is no value:
 * here every field is there. Where a null is possible the description says so and the screens look.
 */
export type Solid<T> = T extends readonly (infer U)[]
  ? Solid<U>[]
  : T extends object
    ? { [K in keyof T]-?: Solid<Exclude<T[K], undefined>> }
    : T;

type Content<A> = A extends { content: { 'application/json': infer T } } ? T : undefined;
type Success<O> = O extends { responses: infer R }
  ? R extends { 200: infer A }
    ? Content<A>
    : R extends { 201: infer A }
      ? Content<A>
      : undefined
  : never;

export type Answer<P extends PathsWith<M>, M extends Method> = Solid<Success<Operation<P, M>>>;

type Parameters<P extends PathsWith<M>, M extends Method, Kind extends string> =
  Operation<P, M> extends { parameters: Record<Kind, infer V> }
    ? V
    : Operation<P, M> extends { parameters: Partial<Record<Kind, infer V>> }
      ? V
      : never;

/** Names are the service's; numbers travel as text anyway. */
export type Asked<P extends PathsWith<'get'>> = {
  [K in keyof Parameters<P, 'get', 'query'>]?: string | number | null;
};

type InPath<P extends PathsWith<M>, M extends Method> = {
  [K in keyof Parameters<P, M, 'path'>]: string | number;
};

/** A body: the fields of the service, each of which may be null when the person gave nothing. */
export type Body<P extends PathsWith<'post'>> =
  Operation<P, 'post'> extends { requestBody: { content: { 'application/json': infer B } } }
    ? { [K in keyof B]: B[K] extends object | undefined ? Loose<B[K]> : B[K] | null }
    : never;
type Loose<T> = T extends readonly unknown[] | undefined
  ? T
  : { [K in keyof T]: (T[K] extends object | undefined ? Loose<T[K]> : T[K]) | null };

export function pathTo(template: string, values: Record<string, string | number> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

export function read<P extends PathsWith<'get'>>(
  path: P,
  given: { path?: InPath<P, 'get'>; query?: Asked<P> } = {},
): Promise<Answer<P, 'get'>> {
  return get<Answer<P, 'get'>>(pathTo(path, given.path), given.query as Query | undefined);
}

export function act<P extends PathsWith<'post'>>(
  path: P,
  command: Omit<Command, 'body'> & { path?: InPath<P, 'post'>; body?: Body<P> | Blob },
): Promise<Answer<P, 'post'>> {
  const { path: values, ...rest } = command;
  return post<Answer<P, 'post'>>(pathTo(path, values), rest);
}
