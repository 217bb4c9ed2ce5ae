/** What usually listens on a port. */
export interface Service {
  readonly name: string;
  /** Who reaches it administers the machine: what the benchmark's rule for network ACLs names, and nothing else. */
  readonly administrative?: boolean;
  readonly database?: boolean;
}

/** @see https://www.iana.org/assignments/service-names-port-numbers */
export const SERVICES: ReadonlyMap<number, Service> = new Map(
  Object.entries({
    20: 'FTP data',
    21: 'FTP',
    22: '!SSH',
    23: 'Telnet',
    25: 'SMTP',
    53: 'DNS',
    80: 'HTTP',
    88: 'Kerberos',
    110: 'POP3',
    111: 'RPC',
    123: 'NTP',
    135: 'RPC',
    143: 'IMAP',
    161: 'SNMP',
    389: 'LDAP',
    443: 'HTTPS',
    445: 'SMB',
    465: 'SMTPS',
    514: 'syslog',
    587: 'SMTP submission',
    636: 'LDAPS',
    873: 'rsync',
    993: 'IMAPS',
    995: 'POP3S',
    1194: 'OpenVPN',
    1433: '#SQL Server',
    1521: '#Oracle',
    2049: 'NFS',
    2375: 'Docker',
    2376: 'Docker',
    3306: '#MySQL',
    3389: '!RDP',
    5432: '#PostgreSQL',
    5439: '#Redshift',
    5601: 'Kibana',
    5900: 'VNC',
    5985: 'WinRM',
    5986: 'WinRM',
    6379: '#Redis',
    6443: 'Kubernetes API',
    8080: 'HTTP',
    8443: 'HTTPS',
    9042: '#Cassandra',
    9092: 'Kafka',
    9200: '#OpenSearch',
    11211: '#memcached',
    27017: '#MongoDB',
    50000: '#Db2',
  }).map(([port, text]) => [
    Number(port),
    { name: text.replace(/^[!#]/, ''), administrative: text.startsWith('!'), database: text.startsWith('#') },
  ]),
);
