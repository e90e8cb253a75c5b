using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Tests;

public class GeneratedCodeCompiles
{
    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    public void A_schema_with_everything_compiles_without_warnings(LanguageVersion language)
    {
        var run = Run.Of(TestFiles.Read("Schemas", "everything.schema.xml"), language: language);

        Assert.Equal(6, run.Sources.Count);
        Assert.Empty(run.Compile(language));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    public void The_samples_schema_compiles_without_warnings(LanguageVersion language)
    {
        var run = Run.Of(TestFiles.Read("Schemas", "sample.schema.xml"), language: language);

        Assert.Equal(11 + 1, run.Sources.Count);
        Assert.Empty(run.Compile(language));
    }

    [Fact]
    public void The_check_itself_can_fail()
    {
        var run = Run.Of(Schemas.OfModel("job", ""), "namespace Acme.Field { public class Undocumented { int unused; } }");

        Assert.Equal(["CS0169", "CS1591"], run.Compile().Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
    }
}
