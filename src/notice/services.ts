/** What usually listens on a port. */
export interface Service {
  readonly port: number;
  readonly name: string;
  /** `!` for what the benchmark's rule for network ACLs calls administrative, `#` for a database. */
  readonly kind: string;
}

/** @see https://www.iana.org/assignments/service-names-port-numbers */
export const SERVICES: readonly Service[] = (
  '22!SSH|23 Telnet|25 SMTP|53 DNS|80 HTTP|443 HTTPS|1433#SQL Server|1521#Oracle|3306#MySQL|' +
  '3389!RDP|5432#PostgreSQL|5439#Redshift|6379#Redis|27017#MongoDB'
)
  .split('|')
  .map((text) => {
    const [, port, kind, name] = /(\d+)(.)(.*)/.exec(text) as RegExpExecArray;
    return { port: Number(port), kind, name };
  });

export interface Ports {
  readonly from: number;
  readonly to: number;
}

/** Those of a range of ports, all or of some kinds. */
export function servicesOf(ports: Ports | undefined, kinds = ' !#'): Service[] {
  return SERVICES.filter(
    ({ port, kind }) => ports && port >= ports.from && port <= ports.to && kinds.includes(kind),
  );
}

/** "22 (SSH) and 3389 (RDP)" */
export function serviceWords(services: readonly Service[]): string {
  return services.map(({ port, name }) => `${port} (${name})`).join(' and ');
}
