using System.Text;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Serialization.Models;

namespace JourneyApps.Runtime.Tests.Json;

/// <summary>Short names for reading texts.</summary>
internal static class Read
{
    public static TModel One<TModel>(string json) where TModel : class, IModel<TModel> => ModelJson.Read<TModel>(Encoding.UTF8.GetBytes(json));

    public static ModelPage<TModel> Page<TModel>(string json) where TModel : class, IModel<TModel> => ModelJson.ReadPage<TModel>(Encoding.UTF8.GetBytes(json));

    /// <summary>A job with one member more than its id.</summary>
    public static Acme.Field.Job Job(string member) => One<Acme.Field.Job>($$"""{"id":"{{ServerJson.JobId}}",{{member}}}""");
}
