using System.Runtime.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Deployments;

/// <summary>The app's users, with their enrolment and their devices (API page "App Users"). The data of a user is in an object of the
/// app-user model.</summary>
public partial class DeploymentUsers
{
    private readonly ClientContext _context;

    internal DeploymentUsers(ClientContext context) => _context = context;

    /// <summary>Creates an instance for mocking.</summary>
    protected DeploymentUsers() => _context = ClientContext.None;

    private ApiTransport Transport => _context.Transport;

    /// <summary>Returns all users, page by page, each once. If a user is deleted during the enumeration, another user can be
    /// skipped.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">A call failed.</exception>
    public virtual async IAsyncEnumerable<DeploymentUser> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = new IdDeduplicator();
        var progress = new ReadingProgress("The list of users");
        var limit = new PageLimit(Transport.Settings.PageSize);
        long skip = 0;
        bool more = true;
        while (more)
        {
            (DeploymentUser[] users, more) = await limit.SendAsync(
                Transport.Settings.PageSize, size => PageAsync(size, skip, cancellationToken)).ConfigureAwait(false);
            bool isNew = false;
            foreach (DeploymentUser user in users)
            {
                if (!seen.Add(user.Id)) continue;
                isNew = true;
                yield return user;
            }
            skip += users.Length;
            if (isNew) progress.Moved();
            else if (more) progress.NothingNew(users.Select(static user => user.Id));
        }
    }

    /// <summary>Returns a user; null if there is no user with this id.</summary>
    /// <param name="userId">The id, which is also the id of the object of the app-user model.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    /// <exception cref="ArgumentException">The text cannot be an id.</exception>
    public virtual Task<DeploymentUser?> FindAsync(string userId, CancellationToken cancellationToken = default)
        => FindAsync(new ApiRequest(HttpMethod.Get, UserPath(userId), "get user"), DeploymentReader.User, cancellationToken);

    /// <summary>Returns the session of a device; null if there is no such user or session.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="sessionId">The session's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="JourneyApiException">The call failed.</exception>
    /// <exception cref="ArgumentException">The text cannot be an id.</exception>
    public virtual Task<DeviceSession?> FindSessionAsync(string userId, string sessionId, CancellationToken cancellationToken = default)
        => FindAsync(
            new ApiRequest(HttpMethod.Get, SessionPath(userId, sessionId), "get session"), DeploymentReader.Session, cancellationToken);

    private async Task<T?> FindAsync<T>(ApiRequest request, Func<JsonElement, T> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await Transport.SendAsync(request, response => read(JsonParts.Root(response)), cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectNotFoundException)
        {
            return null;
        }
    }

    private Task<(DeploymentUser[] Users, bool More)> PageAsync(int limit, long skip, CancellationToken cancellationToken)
    {
        string path = FormattableString.Invariant($"users?limit={limit}&skip={skip}");
        var request = new ApiRequest(HttpMethod.Get, path, "list users");
        return Transport.SendAsync(request, static response => Page(JsonParts.Root(response)), cancellationToken);
    }

    private static (DeploymentUser[] Users, bool More) Page(JsonElement root)
        => ([.. root.Items("objects").Select(DeploymentReader.User)], root.Flag("more") ?? false);

    private static string UserPath(string userId) => $"users/{ApiNames.CheckId(userId)}";

    private static string SessionPath(string userId, string sessionId) => $"{UserPath(userId)}/sessions/{ApiNames.CheckId(sessionId)}";
}
