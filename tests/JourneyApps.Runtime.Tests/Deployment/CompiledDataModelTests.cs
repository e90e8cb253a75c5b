using Acme.Field;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Schema;

namespace JourneyApps.Runtime.Tests.Deployment;

public class CompiledDataModelTests
{
    [Fact]
    public void A_generated_client_describes_its_schema()
    {
        DataModel dataModel = CompiledDataModel.Describe(new SchemaInfo("user").Add<Job>("job").Add<Site>("site"));

        Assert.Equal("user", dataModel.AppUserModel);
        Assert.Equal(["job", "site"], dataModel.Models.Select(model => model.Name));
        Assert.Equal(["name Text", "street Text"], dataModel.Models[1].Fields.Select(field => $"{field.Name} {field.Type}"));
        Assert.Contains(new BelongsTo("site", "site"), dataModel.Models[0].BelongsTo);
        Assert.Equal(FieldType.MultipleChoiceInteger, dataModel.Models[0].Fields.Single(field => field.Name == "ratings").Type);
        Assert.Contains(dataModel.Models[0].Fields.Single(field => field.Name == "state").Options, option => option is { Key: "busy", Label: "Busy" });
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
