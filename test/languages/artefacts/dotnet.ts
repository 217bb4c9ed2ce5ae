import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Room } from '../language';
import { assertCarriesNpmPackage, assertOnly, assertStates, filesIn } from './files';

/** What NuGet takes: the package, and its symbols. */
export async function checkNugetPackages(room: Room): Promise<void> {
  assert.deepEqual(filesIn(join(room.dist, 'dotnet')), [
    'CdkNaclChangeMonitor.0.0.0.nupkg',
    'CdkNaclChangeMonitor.0.0.0.snupkg',
  ]);
}

/** The project of which the SDK builds them. */
export async function checkDotnetSources(room: Room): Promise<void> {
  const folder = join(room.dist, 'dotnet/CdkNaclChangeMonitor');
  assertOnly(
    [
      /^AssemblyInfo\.cs$/,
      /^CdkNaclChangeMonitor\/(Internal\/DependencyResolution\/)?\w+\.cs$/,
      /^CdkNaclChangeMonitor\.csproj$/,
      /^LICENSE$/,
      /^cdk-nacl-change-monitor-0\.0\.0\.tgz$/,
    ],
    filesIn(folder),
  );
  assertCarriesNpmPackage(room, folder);
  assertStates(join(folder, 'CdkNaclChangeMonitor.csproj'), [
    '<PackageId>CdkNaclChangeMonitor</PackageId>',
    '<PackageVersion>0.0.0</PackageVersion>',
    '<PackageLicenseExpression>Apache-2.0</PackageLicenseExpression>',
    '<PackageTags>aspects;aws-cdk;cdk;cis-benchmark;cloudtrail;cloudwatch;cloudwatch-alarm;compliance;metric-filter;monitoring;nacl;network-acl;policy-validation;security;security-hub;vpc</PackageTags>',
    '<RepositoryUrl>https://github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor.git</RepositoryUrl>',
    '<PackageReference Include="Amazon.CDK.Lib" Version="[2.261.0,3.0.0)" />',
    '<PackageReference Include="Constructs" Version="[10.5.1,11.0.0)" />',
  ]);
}
