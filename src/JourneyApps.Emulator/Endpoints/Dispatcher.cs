using JourneyApps.Emulator.DataModelFiles;
using JourneyApps.Emulator.Http;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>Calls the endpoint of a route.</summary>
internal static class Dispatcher
{
    public static Task<ApiResponse> CallAsync(ApiCall call) => call.Route.Kind switch
    {
        EmulatorRoute.List => ReadEndpoints.ListAsync(call),
        EmulatorRoute.Get => ReadEndpoints.GetAsync(call),
        EmulatorRoute.Count => ReadEndpoints.CountAsync(call),
        EmulatorRoute.Query => QueryEndpoints.QueryAsync(call),
        EmulatorRoute.Search => QueryEndpoints.SearchAsync(call),
        EmulatorRoute.Create => WriteEndpoints.CreateAsync(call),
        EmulatorRoute.Update => WriteEndpoints.PatchAsync(call),
        EmulatorRoute.Replace => WriteEndpoints.PutAsync(call),
        EmulatorRoute.Delete => WriteEndpoints.DeleteAsync(call),
        EmulatorRoute.Batch => BatchEndpoint.BatchAsync(call),
        EmulatorRoute.ChangeLog => LogEndpoint.ReadAsync(call),
        EmulatorRoute.DataModelJson => Task.FromResult(InfoEndpoints.DataModelJson(call)),
        EmulatorRoute.DataModelXml => Task.FromResult(InfoEndpoints.DataModelXml(call)),
        EmulatorRoute.Info => Task.FromResult(InfoEndpoints.Info(call)),
        EmulatorRoute.Indexes => Task.FromResult(InfoEndpoints.Indexes(call)),
        EmulatorRoute.Users => UserEndpoints.CallAsync(call),
        EmulatorRoute.Media => MediaEndpoint.GetAsync(call),
        _ => throw new ApiException(ApiError.Route(call.Request.Method, call.Request.Path)),
    };
}
