using Acme.Field;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Models;

namespace JourneyApps.Runtime.Tests.Deployment;

public class CompiledDataModelTests
{
    [Fact]
    public void A_generated_client_describes_its_schema()
    {
        IReadOnlyList<ModelDescription> models = CompiledDataModel.Describe(new SchemaInfo().Add<Job>("job").Add<Site>("site"));

        Assert.Equal(["job", "site"], models.Select(model => model.Name));
        Assert.Equal(["name text", "street text"], models[1].Fields.Select(field => $"{field.Name} {field.Type}"));
        FieldDescription link = models[0].Fields.Single(field => field.Name == "site");
        Assert.Equal(("belongs-to", "site"), (link.Type, link.Target));
        Assert.Equal("multiple-choice-integer", models[0].Fields.Single(field => field.Name == "ratings").Type);
    }

    [Fact]
    public void A_choice_s_options_come_from_its_enum()
    {
        ModelInfo<Site> info = new ModelInfo<Site>("site", static _ => new Site(), "hi", "state", "level")
            .Options<JobState>(0).Options<JobPriority>(1);
        Assert.Equal(["new", "busy"], info.Untyped.OptionsOf(0)!.Take(2).Select(option => option.Key));
        Assert.All(info.Untyped.OptionsOf(1)!, option => Assert.True(long.TryParse(option.Key, out _)));
    }
}
