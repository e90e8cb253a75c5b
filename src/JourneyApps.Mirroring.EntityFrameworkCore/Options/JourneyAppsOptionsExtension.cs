using JourneyApps.Mirroring.EntityFrameworkCore.Mapping;
using JourneyApps.Mirroring.EntityFrameworkCore.Modeling;
using JourneyApps.Mirroring.EntityFrameworkCore.Translation;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Options;

/// <summary>Registers the services of this package in EF Core.</summary>
internal sealed class JourneyAppsOptionsExtension : IDbContextOptionsExtension
{
    public DbContextOptionsExtensionInfo Info => field ??= new ExtensionInfo(this);

    public void ApplyServices(IServiceCollection services) => new EntityFrameworkRelationalServicesBuilder(services)
        .TryAdd<IRelationalTypeMappingSourcePlugin, ValueMappingPlugin>()
        .TryAdd<IConventionSetPlugin, RowConventionPlugin>()
        .TryAdd<IMemberTranslatorPlugin, MemberTranslatorPlugin>()
        .TryAdd<IMethodCallTranslatorPlugin, MethodTranslatorPlugin>();

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class ExtensionInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "JourneyApps ";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["JourneyApps"] = "1";
    }
}
