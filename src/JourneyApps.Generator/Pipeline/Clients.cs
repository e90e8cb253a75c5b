using JourneyApps.Generator.Specs;
using JourneyApps.Schema;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Pipeline;

/// <summary>The client of a schema.</summary>
internal static class Clients
{
    /// <summary>The client, if code is generated from the schema.</summary>
    /// <param name="types">The schema.</param>
    /// <param name="plan">What is generated.</param>
    public static ClientSpec? Make(SchemaTypes types, Plan plan)
    {
        if (plan.FateOf(types.Schema.Path) != SchemaFate.Generated) return null;
        var sets = new SetSpec[types.Models.Count];
        for (int i = 0; i < sets.Length; i++)
        {
            ModelTypeNames names = types.Names[i];
            sets[i] = new SetSpec(types.Models[i].Name, names.Class, names.Set, names.SetProperty);
        }

        return new ClientSpec(types.Schema.Settings, types.Schema.DataModel.AppUserModel, EquatableArray.Adopt(sets));
    }
}
